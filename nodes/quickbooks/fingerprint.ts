export { fingerprint } from '../accounting/fingerprint';
