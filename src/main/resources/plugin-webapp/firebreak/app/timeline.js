/** What happened, line by line, out of the ledger. */

import { foreign, node } from './dom.js';
import { localWithin, moment } from './time.js';
import { say, sentence } from './words.js';

const KINDS = [
  { kind: null, words: say('Everything') },
  { kind: 'DECISION', words: say('Decisions') },
  { kind: 'PUBLICATION', words: say('Publications') },
  { kind: 'MESSAGE', words: say('Messages') }
];

/** Who did what, when and why. */
export function entryOf(entry) {
  return node('li', {},
    node('span', { class: 'firebreak-when' }, sentence('{moment} – {person}', {
      moment: moment(entry.at), person: foreign('span', entry.actor)
    })),
    foreign('div', localWithin(entry.sentence)),
    entry.reason ? foreign('blockquote', entry.reason, { class: 'firebreak-text' }) : null,
    entry.ground ? foreign('blockquote', localWithin(entry.ground), { class: 'firebreak-text' }) : null);
}

/**
 * The entries, with buttons that leave those of one kind.
 *
 * @param entries newest first
 * @param entryCount how many there are, of which the oldest may be left out
 */
export function timeline(entries, entryCount) {
  const list = node('ol', { class: 'firebreak-timeline list-unstyled', 'aria-label': say('What happened') });
  const found = node('p', { class: 'help-block', role: 'status' });
  const buttons = KINDS.map(({ kind, words }) => {
    const button = node('button', { type: 'button', class: 'btn btn-default' }, words);
    button.addEventListener('click', () => show(kind));
    return { kind, button };
  });
  const show = wanted => {
    buttons.forEach(({ kind, button }) => button.setAttribute('aria-pressed', String(kind === wanted)));
    const left = entries.filter(({ kind }) => wanted === null || kind === wanted);
    list.replaceChildren(...left.map(entryOf));
    found.textContent = left.length > 0 ? say('{count} entries, the newest first', { count: left.length }) : say('Nothing of this kind yet.');
  };
  show(null);
  return node('div', {},
    node('div', { class: 'firebreak-buttons', role: 'group', 'aria-label': say('Show only') }, ...buttons.map(({ button }) => button)),
    found, list,
    entryCount > entries.length
      ? node('p', { class: 'help-block' }, say('The newest {shown} of {all} entries are shown.', { shown: entries.length, all: entryCount }))
      : null);
}
