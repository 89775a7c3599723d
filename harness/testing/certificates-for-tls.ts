// Certificates for test servers on this machine, each with its own key, in PEM.

import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  type Extension,
  type X509Certificate,
} from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const thisMachine = [new SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }])];

const signsOthers = [
  new BasicConstraintsExtension(true, undefined, true),
  new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
];

export interface ServerCertificate {
  readonly certificate: string;
  readonly privateKey: string;
}

/** A self-signed certificate. */
export async function selfSigned(): Promise<ServerCertificate> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await selfSignedBy(keys, 'CN=127.0.0.1', thisMachine);
  return { certificate: certificate.toString('pem'), privateKey: await pemOf(keys) };
}

/** A certificate that its own authority signed, as an emulator with TLS has it. */
export async function signedByAuthority(): Promise<ServerCertificate & { readonly authority: string }> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const authorityKeys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const authority = await selfSignedBy(authorityKeys, 'CN=an authority for tests', signsOthers);
  const certificate = await X509CertificateGenerator.create({
    subject: 'CN=127.0.0.1',
    issuer: authority.subject,
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: algorithm,
    extensions: thisMachine,
  });
  const texts = { authority: authority.toString('pem'), certificate: certificate.toString('pem') };
  return { ...texts, privateKey: await pemOf(keys) };
}

async function selfSignedBy(keys: CryptoKeyPair, name: string, extensions: Extension[]): Promise<X509Certificate> {
  return X509CertificateGenerator.createSelfSigned({ name, keys, signingAlgorithm: algorithm, extensions });
}

async function pemOf({ privateKey }: CryptoKeyPair): Promise<string> {
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey)).toString('base64');
  return ['-----BEGIN PRIVATE KEY-----', ...(key.match(/.{1,64}/g) ?? []), '-----END PRIVATE KEY-----', ''].join('\n');
}
