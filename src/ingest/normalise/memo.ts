const CAPACITY = 10_000;
const LONGEST_REMEMBERED = 1_000;

/**
 * The function, with its latest answers remembered: documents call the same outlets and topics again and again.
 * Bounded in count and in the length of what is remembered.
 */
export function memoised(compute: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = compute(text);
    if (text.length > LONGEST_REMEMBERED) return answer;
    // Starting over is simpler than forgetting the oldest, and what is in use is soon there again.
    if (known.size >= CAPACITY) known.clear();
    known.set(text, answer);
    return answer;
  };
}
