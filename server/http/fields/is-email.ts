import { domainToASCII } from 'node:url';

/** Longest part before the @ (RFC 5321, 4.5.3.1.1), and longest domain as DNS writes it. */
const [maxLocal, maxDomain] = [64, 253];
/** An atom of a dot-atom (RFC 5322, 3.2.3), with letters, marks, digits, punctuation and symbols of every script (RFC 6531, 3.3). */
const atom = /^(?:[a-z0-9!#$%&'*+/=?^_`{|}~-]|[^\0-\x7f\p{C}\p{Z}])+$/iu;
/** Starts with a mark, which would join the character before it. */
const marked = /^\p{M}/u;
const domainText = /^[\p{L}\p{M}\p{N}.-]+$/u;
/** Labels of DNS, two at least, the last one ending with a letter as every top-level domain does. */
const hostName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)$/;

/**
 * Whether a text has the form of an address that mail of the whole net could be sent to, as FastAPI's validator (email-validator) sees
 * it: characters of every script on both sides, a domain with a dot, no quotation, no address in numbers, no name beside it.
 */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1) return false;
  const [local, domain] = [text.slice(0, at).normalize('NFC'), text.slice(at + 1).normalize('NFC')];
  if ([...local].length > maxLocal || marked.test(local) || !local.split('.').every((part) => atom.test(part)))
    return false;
  if (marked.test(domain) || !domainText.test(domain)) return false;
  const ascii = domainToASCII(domain);
  return ascii.length <= maxDomain && hostName.test(ascii) && /[a-z]$/.test(ascii);
}
