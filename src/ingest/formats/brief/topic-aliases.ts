/** Other names that a lead sentence gives: "officially Y", "commonly known as Y or Z", "(UN)". */

import { oneOf } from './pattern';

const ADVERB = oneOf(
  'also and alternatively commonly better best colloquially formally formerly frequently generally',
  'historically informally internationally later locally mononymously more natively now occasionally',
  'officially often originally popularly previously professionally sometimes simply still then today',
  'traditionally usually variously widely',
);
const VERB = oneOf(
  'known called referred\\sto abbreviated named titled styled stylised stylized shortened branded',
  'rebranded marketed trading operating doing\\sbusiness designated nicknamed spelled spelt written',
  'rendered transliterated romanised romanized',
);
/** "known in Tarsia simply as", "abbreviated to". */
const PLACE = '\\s+(?:in|by|to|among|across|within|outside|throughout)\\s+[^,;]{1,60}?';
const CALLED = `${VERB}(?:${PLACE})?(?:\\s+(?:simply|collectively|officially|locally|mostly))?(?:\\s+(?:as|to))?`;
const BARE = oneOf(
  'officially formally formerly originally previously legally née né nee born or also aka a\\.k\\.a\\.',
);
const MARKER = new RegExp(`^(?:or\\s+)?(?:${ADVERB}\\s+)*(?:${CALLED}|${BARE})(?:\\s+simply)?\\s+(?=\\S)`, 'i');

/** What parts two names: "Y or Z", "Y and the Z", "Y and commonly known as Z". Before a small word "and" is inside one. */
const SEPARATOR = new RegExp(`\\s+(?:and/or|or|and(?=\\s+(?:the\\s+)?(?:\\p{Lu}|${ADVERB}\\b|${VERB}\\b)))\\s+`, 'u');

/** Whether the words introduce another name. */
export function isAliasPhrase(phrase: string): boolean {
  return MARKER.test(phrase) && aliasesIn(phrase).length > 0;
}

/** The names in a phrase that introduces some, or an abbreviation that stands alone; else none. */
export function aliasesIn(phrase: string): string[] {
  const text = phrase.trim();
  if (/^[\p{Lu}\p{N}][\p{Lu}\p{N}&./-]{1,9}$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text)) return [text];
  return text.split(/[;,]\s*/).flatMap((part) => namesBehindMarker(part));
}

function namesBehindMarker(part: string): string[] {
  const marker = MARKER.exec(part);
  if (marker === null) return [];
  return part
    .slice(marker[0].length)
    .split(SEPARATOR)
    .map((name) => cleanAlias(name))
    .filter((name) => name !== null);
}

/** The name without article, quotes and what is added to it ("until 2023"); null where none is there. */
function cleanAlias(text: string): string | null {
  const unmarked = text
    .trim()
    .replace(MARKER, '')
    .replace(/^(?:the|an?|simply|just)\s+/i, '')
    .replace(/^["“'‘*_]+|["”'’*_]+$/g, '');
  const words = unmarked.split(/\s+/);
  const end = words.findIndex(
    (word, index) =>
      index > 0 &&
      /^(?:until|since|from|in|on|after|before|by|when|which|who|for|between|during|at|as)$/.test(word) &&
      !/^\p{Lu}/u.test(words[index + 1] ?? '1'),
  );
  const dated = words.findIndex(
    (word, index) =>
      index > 0 &&
      /^(?:in|on|until|since|from)$/.test(word) &&
      /^(?:\p{N}|January|February|March|April|May|June|July|August|September|October|November|December)/u.test(
        words[index + 1] ?? '',
      ),
  );
  const ends = [end, dated].filter((each) => each > 0);
  const name = words
    .slice(0, ends.length === 0 ? undefined : Math.min(...ends))
    .join(' ')
    .replace(/["”'’.]+$/, (mark) => (mark === '.' ? '.' : ''));
  return /^[\p{Lu}\p{Lo}\p{N}]|^[a-z]\p{Lu}/u.test(name) &&
    name.length <= 100 &&
    !/^(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)|^\d+$/.test(
      name,
    )
    ? name
    : null;
}
