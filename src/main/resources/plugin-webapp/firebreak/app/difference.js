/** The difference of two texts: line by line, and word by word within the lines that changed. */

/** Above this many comparisons a part counts as replaced as a whole: nobody wants to wait for the answer. */
const COMPARISONS = 1000000;

/** Pieces in reading order: { kind: 'same' | 'removed' | 'added', text }. */
export function difference(before, after) {
  const lines = compare(before.split(/(?<=\n)/), after.split(/(?<=\n)/));
  return joined(hunks(lines).flatMap(({ removed, added, same }) =>
    same !== undefined ? [{ kind: 'same', text: same }] : compare(words(removed), words(added))));
}

function words(text) {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

/** Neighbouring removed and added lines belong together: they are one change. */
function hunks(pieces) {
  const result = [];
  pieces.forEach(({ kind, text }) => {
    if (kind === 'same') return result.push({ same: text });
    let last = result[result.length - 1];
    if (!last || last.same !== undefined) result.push(last = { removed: '', added: '' });
    last[kind] += text;
  });
  return result;
}

function compare(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start
    && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [
    ...before.slice(0, start).map(text => ({ kind: 'same', text })),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(text => ({ kind: 'same', text }))
  ];
}

/** By the longest common subsequence. */
function middle(before, after) {
  const removed = text => ({ kind: 'removed', text });
  const added = text => ({ kind: 'added', text });
  if (before.length * after.length > COMPARISONS) return [...before.map(removed), ...after.map(added)];
  const lengths = commonLengths(before, after);
  const result = [];
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      result.push({ kind: 'same', text: before[i++] });
      j++;
    } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
      result.push(removed(before[i++]));
    } else {
      result.push(added(after[j++]));
    }
  }
  return [...result, ...before.slice(i).map(removed), ...after.slice(j).map(added)];
}

function commonLengths(before, after) {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i][j] = before[i] === after[j]
        ? lengths[i + 1][j + 1] + 1
        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  return lengths;
}

function joined(pieces) {
  return pieces.reduce((result, { kind, text }) => {
    const last = result[result.length - 1];
    if (last && last.kind === kind) last.text += text;
    else result.push({ kind, text });
    return result;
  }, []);
}
