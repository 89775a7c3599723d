// The validity period of a certificate.
// Source: https://docs.aws.amazon.com/privateca/latest/APIReference/API_Validity.html

import type { Validity } from '../api/operation.js';

/** The time of a validity; undefined if its value is invalid. */
export function momentOf({ Type: type, Value: value }: Validity, issuedAt: Date): Date | undefined {
  const moment = new Date(issuedAt);
  switch (type) {
    case 'DAYS':
      moment.setUTCDate(moment.getUTCDate() + value);
      break;
    case 'MONTHS':
      moment.setUTCMonth(moment.getUTCMonth() + value);
      break;
    case 'YEARS':
      moment.setUTCFullYear(moment.getUTCFullYear() + value);
      break;
    case 'ABSOLUTE':
      moment.setTime(value * 1_000);
      break;
    case 'END_DATE':
      return momentOfDigits(String(value));
    default:
      return type satisfies never;
  }
  return inRange(moment);
}

/** UTCTime `YYMMDDHHMMSS`, possibly without leading zeros, or GeneralizedTime `YYYYMMDDHHMMSS`. */
function momentOfDigits(digits: string): Date | undefined {
  const padded = digits.length > 12 ? digits.padStart(14, '0') : digits.padStart(12, '0');
  const match = /^(\d{2,4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(padded);
  if (match === null) return undefined;
  const [, year = '', month, day, hour, minute, second] = match;
  const century = Number(year) >= 50 ? '19' : '20';
  const text = `${year.length === 2 ? century : ''}${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  return inRange(new Date(text));
}

/** Certificates permit years up to 9999. */
function inRange(moment: Date): Date | undefined {
  return moment.getTime() < Date.UTC(10_000, 0) ? moment : undefined;
}

/** "The issuance time minus 60 minutes", unless the call says otherwise. */
export function startOf(notBefore: Validity | undefined, issuedAt: Date): Date | undefined {
  return notBefore === undefined ? new Date(issuedAt.getTime() - 3_600_000) : momentOf(notBefore, issuedAt);
}
