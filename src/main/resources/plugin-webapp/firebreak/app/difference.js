/** The difference of two texts, word by word. */

import { diffArrays } from '../library/diff/diff.js';

/** Two texts that have less in common than this many changes leave count as replaced: nobody wants to wait, or to read it. */
const MOST_CHANGES = 2000;

/**
 * Pieces in reading order: { kind: 'same' | 'removed' | 'added', text }.
 *
 * @param language of the texts, a BCP 47 tag; where words end depends on it
 */
export function difference(before, after, language) {
  const pieces = diffArrays(words(before, language), words(after, language), { maxEditLength: MOST_CHANGES });
  if (!pieces) return [{ kind: 'removed', text: before }, { kind: 'added', text: after }];
  return pieces.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') }));
}

function words(text, language) {
  return [...segmenter(language).segment(text)].map(({ segment }) => segment);
}

/** A language that the browser does not know is read as English. */
function segmenter(language) {
  try {
    return new Intl.Segmenter(language || 'en', { granularity: 'word' });
  } catch {
    return new Intl.Segmenter('en', { granularity: 'word' });
  }
}
