/** Bytes → text, for a format that is UTF-8 by definition (RFC 8259). */
import { DocumentError } from '../../document';
import { errorCode } from '../../error-code';
import { JsonSource, withPlace } from './json-source';

/** Bytes as text, with the byte order mark taken off. Throws `DocumentError` `ENCODING_INVALID` for what is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array, firstLine: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (errorCode(error) !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    const valid = validPrefix(bytes);
    const position = new JsonSource(valid, firstLine).positionAt(valid.length, null);
    throw new DocumentError(
      'ENCODING_INVALID',
      withPlace(position, 'the bytes here are not UTF-8; expected the document in UTF-8'),
      position,
    );
  }
}

/** The text up to the first byte that is not UTF-8. */
function validPrefix(bytes: Uint8Array): string {
  // A replacement character that the source itself holds is three bytes long and decodes from them.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let measured = 0;
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) {
    offset += Buffer.byteLength(text.slice(measured, at));
    measured = at;
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) {
      return text.slice(0, at).replace('\uFEFF', '');
    }
  }
  return text;
}
