/** English-looking text of a given length. All of it is made up. */
import { below, type Random } from './random';

const WORDS = (
  'the harbour council said on Monday that talks over the new ferry line had ended without a deal while residents ' +
  'asked for a vote and the union warned of delays in spring because costs keep rising across the northern islands and ' +
  'ministers expect an answer before winter when storms close most of the smaller ports for weeks at a time'
).split(' ');

/** A sentence of about so many characters (up to a word more). */
export function prose(random: Random, length: number): string {
  let text = '';
  while (text.length < length) text += `${WORDS[below(WORDS.length, random)] ?? ''} `;
  return `${text.charAt(0).toUpperCase()}${text.slice(1).trimEnd()}.`;
}

/** A text of about so many characters, in paragraphs of a brief's length. */
export function paragraphs(random: Random, length: number): string {
  const count = Math.max(1, Math.round(length / 500));
  return Array.from({ length: count }, () => prose(random, length / count)).join('\n\n');
}
