/** English-looking text of a given length. All of it is made up. */
import { below, zipf, type Random } from './random';

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

/** How many words there are that not every text has. */
export const RARE_WORDS = 20_000;
const drawRank = zipf(RARE_WORDS, 1);
const SYLLABLES = ['ba', 'de', 'fi', 'go', 'ku', 'la', 'me', 'ni', 'po', 'ru', 'sa', 'te', 'vi', 'xo', 'zu', 'hy'];

/** The made-up word of this rank: the first is the most frequent. */
export function rareWord(rank: number): string {
  let word = 'qu';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length] ?? '';
  return word;
}

/** A sentence of so many of them, with a frequency as words have it. */
export function rareWords(random: Random, count: number): string {
  const words = Array.from({ length: count }, () => rareWord(drawRank(random)));
  return `${words.join(' ')}.`;
}
