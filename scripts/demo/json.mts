import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

export type JsonData = ICredentialDataDecryptedObject;
