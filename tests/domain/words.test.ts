import fc from 'fast-check';
import { MAX_WORD_LENGTH, wordsIn } from '../../src/domain/words';

const words = (text: string): string[] => wordsIn(text).map(({ word }) => word);

describe('words', () => {
  it.each([
    ['case and accents do not count', 'Détente DÉTENTE de\u0301tente', ['detente', 'detente', 'detente']],
    ['both kinds of apostrophe part words', "don't don’t", ['don', 't', 'don', 't']],
    ['a possessive is its word', 'Russia’s RUSSIA\'S ministers’ plan', ['russia', 'russia', 'ministers', 'plan']],
    ['an s of its own stays', "'s s U.S.", ['s', 's', 'u', 's']],
    ['elisions are words', 'l’été O’Brien', ['l', 'ete', 'o', 'brien']],
    ['letters that no decomposition reaches', 'Straße STRASSE Łódź Ærø', ['strasse', 'strasse', 'lodz', 'aero']],
    ['Greek and Cyrillic', 'Ελλάδας ёлка Ёлка', ['ελλαδασ', 'елка', 'елка']],
    ['marks that make other letters stay', 'हिन्दी', ['हिन्दी']],
    ['vowel points are left out', 'שָׁלוֹם مَرْحَبًا', ['שלום', 'مرحبا']],
    ['each letter of an unspaced script', '水星 すし 서울 ก็', ['水', '星', 'す', 'し', '서', '울', 'ก็']],
    ['digits and signs', 'COVID-19, 3.5 % ½ ①', ['covid', '19', '3', '5', '12', '1']],
    ['soft hyphens and joiners within a word do not count', 'co\u00adoperation Un\u00adi\u2060on é\u00adté \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 क्\u200dष', ['cooperation', 'union', 'ete', '\u0645\u06cc\u062e\u0648\u0627\u0647\u0645', 'क्ष']],
    ['several of them are as good as one', 'a\u00ad\u2060\u200db', ['ab']],
    ['around a word they are no part of it', '\u00adone\u00ad \u200dtwo\u200c, \u2060', ['one', 'two']],
    ['a zero-width space parts words', 'one\u200btwo', ['one', 'two']],
    ['letters of unspaced scripts keep their marks', 'ก\u200d็\u2060ข a\u200d水', ['ก็', 'ข', 'a', '水']],
    ['nothing in signs, pictures, NUL and halves of pairs', '🎉 — \0 \ud800 …', []],
  ])('%s', (_case, text, expected) => expect(words(text)).toEqual(expected));

  it('says where each word stands in the text, in UTF-16 code units', () => {
    const text = '🎉 De\u0301tente 水星';
    expect(wordsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['De\u0301tente', '水', '星']);
    const hyphened = 'the \u00adco\u00adoperation\u00ad.';
    expect(wordsIn(hyphened).map(({ start, end }) => hyphened.slice(start, end))).toEqual(['the', 'co\u00adoperation']);
  });

  it('cuts words that are too long, never within a character', () => {
    expect(words('a'.repeat(100))).toEqual(['a'.repeat(MAX_WORD_LENGTH)]);
    const [cut = ''] = words(`a${'𐐨'.repeat(50)}`);
    expect(cut).toBe(`a${'𐐨'.repeat((MAX_WORD_LENGTH - 2) / 2)}`);
  });

  it('takes a time that grows as the text does', () => {
    // Were each mark to look back over those before it, these would take minutes.
    expect(words(`a${'\u0301'.repeat(200_000)}`)).toEqual(['a']);
    expect(words('\u0301'.repeat(200_000))).toEqual([]);
    expect(words(`a${'\u00ad'.repeat(100_000)} b`)).toEqual(['a', 'b']);
  });

  it('are the runs of letters, digits and marks, whatever stands around them', () => {
    // The plain words of ASCII are found without an expression: this is the expression that they must agree with.
    const runs = /[\p{L}\p{N}\p{M}]+(?:[\u00ad\u200c\u200d\u2060]+[\p{L}\p{N}\p{M}]+)*/gu;
    const spaced = fc.constantFrom(...'abzAZ019 \'’-—…“”.,é\u0301ßЁşم½€\u2071\u00a0\u200b\u2044\u2028\u00ad\u200c\u200d\u2060𐐨🎉\u0660s S'.split(''), '\ud801\udc28', 'Russia', "'s");
    fc.assert(
      fc.property(fc.array(spaced, { maxLength: 40 }).map((letters) => letters.join('')), (text) => {
        const expected = [...text.matchAll(runs)].filter(({ 0: run, index }) => !/^s$/i.test(run) || !/[\p{L}\p{N}]['’]$/u.test(text.slice(0, index)));
        const found = wordsIn(text).map(({ start, end }) => text.slice(start, end));
        // A run of marks alone is no word.
        expect(found).toEqual(expected.map(([run]) => run).filter((run) => /[\p{L}\p{N}]/u.test(run)));
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
    );
  });
});
