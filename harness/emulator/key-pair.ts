// Creates and reads the private keys of CAs.

import { createPrivateKey, createPublicKey, generateKeyPair, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import type { KeyAlgorithm, SigningAlgorithm } from '../api/operation.js';

const generate = promisify(generateKeyPair);

/** The private key as PKCS #8 in PEM. */
export async function generatePrivateKey(algorithm: KeyAlgorithm): Promise<string> {
  const { privateKey } = algorithm.startsWith('RSA_')
    ? await generate('rsa', { modulusLength: Number(algorithm.slice('RSA_'.length)) })
    : await generate('ec', { namedCurve: algorithm.slice('EC_'.length) });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** A key pair that signs with `signing`, whose family must be that of the key. */
export async function importKeyPair(
  privateKeyPem: string,
  signing: SigningAlgorithm,
): Promise<webcrypto.CryptoKeyPair> {
  const privateKey = createPrivateKey(privateKeyPem);
  const publicKey = createPublicKey(privateKey);
  const hash = `SHA-${signing.slice('SHA'.length, 'SHA256'.length)}`;
  const curve = curves[privateKey.asymmetricKeyDetails?.namedCurve ?? ''];
  const algorithm =
    curve === undefined ? { name: 'RSASSA-PKCS1-v1_5', hash } : { name: 'ECDSA', namedCurve: curve, hash };
  const { subtle } = webcrypto;
  return {
    privateKey: await subtle.importKey('pkcs8', privateKey.export({ type: 'pkcs8', format: 'der' }), algorithm, true, [
      'sign',
    ]),
    publicKey: await subtle.importKey('spki', publicKey.export({ type: 'spki', format: 'der' }), algorithm, true, [
      'verify',
    ]),
  };
}

/** The names of the curves in Node.js and in the Web Crypto API. */
const curves: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' };

/** The parameters of the Web Crypto API for a key. */
export function signatureOf(signing: SigningAlgorithm): { readonly name: string; readonly hash: string } {
  const name = signing.endsWith('ECDSA') ? 'ECDSA' : 'RSASSA-PKCS1-v1_5';
  return { name, hash: `SHA-${signing.slice('SHA'.length, 'SHA256'.length)}` };
}
