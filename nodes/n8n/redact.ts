const SECRETS: RegExp[] = [
	/\bshp[a-z]{2}_[A-Za-z0-9]+/g,
	/\beyJ[A-Za-z0-9_=-]+(?:\.[A-Za-z0-9_=+/-]*)*/g,
	/\b(?:Bearer|Basic)\s+[A-Za-z0-9._~+/=-]+/gi,
	/\b[0-9a-f]{32}\b/gi,
	/(?=[A-Za-z0-9_+=-]*[0-9])(?=[A-Za-z0-9_+=-]*[A-Za-z])[A-Za-z0-9_+=-]{40,}/g,
];

const NAMED_SECRETS =
	/(["']?(?:access_token|refresh_token|client_secret|id_token|signature|X-Goog-Signature|X-Shopify-Access-Token|Authorization)["']?\s*[=:]\s*["']?)[^"'&\s,}]+/gi;

const MAX_LENGTH = 500;

/**
 * A vendor's or n8n's text made fit for an error message: nothing that looks like a token, no
 * control characters, at most 500 characters. It errs on the side of hiding too much.
 */
export function redact(text: string): string {
	let clean = text.replace(NAMED_SECRETS, '$1[hidden]');
	for (const pattern of SECRETS) clean = clean.replace(pattern, '[hidden]');
	// eslint's no-control-regex forbids the control range in a literal
	clean = Array.from(clean, (char) => (char < ' ' || char === '\u007f' ? ' ' : char)).join('');
	return clean.length > MAX_LENGTH ? `${clean.slice(0, MAX_LENGTH)}…` : clean;
}
