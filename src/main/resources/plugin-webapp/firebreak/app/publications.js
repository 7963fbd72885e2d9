/** Where a statement goes, in which form, and what became of it there. */

import { foldable, foreign, link, node } from './dom.js';
import { marked } from './statement.js';
import { moment } from './time.js';
import { say, sentence } from './words.js';

const STATES = {
  PENDING: say('waits for its turn'),
  SENDING: say('is being sent'),
  SENT: say('is out'),
  RETRY: say('is not out yet and is tried again'),
  UNKNOWN: say('may be out or not; Firebreak looks'),
  FAILED: say('is not out; a person is asked'),
  NEEDS_HUMAN: say('may be out or not; a person is asked')
};

/** What the script of a form may ask about publications. */
export const eachPublication = {
  /**
   * Asks the same about each: the form repeats its fields for those in scope.publications, bound to scope.answers[id]; they
   * are handed in together as the value "answers".
   */
  askForEach(publications) {
    const { scope } = this;
    const kept = this.takeDraftOf('answers');
    scope.publications = publications;
    scope.nameOf = nameOf;
    scope.copy = (text, event) => copy(text, event.currentTarget);
    scope.answers = Object.fromEntries(publications.map(({ id }) => [id, kept?.[id] ?? {}]));
    this.handIn('answers', 'String', () => JSON.stringify(scope.answers));
  }
};

/** How people name a publication: its channel, to whom it goes, which part it is. */
export function nameOf({ channel, addressee, part, parts }) {
  const whole = addressee ? say('{channel} to {addressee}', { channel, addressee }) : channel;
  return parts > 1 ? say('{name}, part {part} of {parts}', { name: whole, part, parts }) : whole;
}

/** What became of each publication, the newest version first; null while there is none. */
export function whereItWent(briefing) {
  const { publications } = briefing;
  if (publications.length === 0) return null;
  return foldable(say('Where it went ({number})', { number: publications.length }), false, publicationList(publications));
}

/** Publications with state and link, the newest version first. */
export function publicationList(publications) {
  const list = node('ul', { class: 'firebreak-places list-unstyled', tabindex: '0', 'aria-label': say('Where it went') });
  [...publications].sort((one, other) => other.version - one.version).forEach(publication => list.append(node('li', {},
    sentence('{name} – {text}: {state}', {
      name: foreign('strong', nameOf(publication)), text: textOf(publication), state: stateOf(publication)
    }),
    publication.sentAt ? node('div', { class: 'firebreak-when' }, moment(publication.sentAt)) : null,
    isChanged(publication) ? node('div', { class: 'firebreak-late' }, say('It was changed there.')) : null,
    publication.takenDownAt ? node('div', { class: 'firebreak-when' },
      sentence('Taken down by hand: {moment}', { moment: moment(publication.takenDownAt) })) : null,
    publication.url ? node('div', {}, link(publication.url)) : null,
    publication.reason && !publication.byHand
      ? foreign('div', publication.reason, { class: 'firebreak-text firebreak-when' }) : null)));
  return list;
}

/** Which of the case's texts it is: its statement, a word before it, a translation, or a reply in a thread. */
function textOf({ kind, language, version }) {
  if (!kind) return say('reply {number}', { number: version });
  if (kind === 'HOLDING') return say('holding statement, version {version}', { version });
  if (kind === 'TRANSLATION') return say('translation ({language}), version {version}', { language, version });
  return say('version {version}', { version });
}

function isChanged({ drift }) {
  return drift !== null && drift !== undefined;
}

function stateOf({ state, leftOut, byHand, dryRun }) {
  if (leftOut) return say('is left out');
  if (state === 'NEEDS_HUMAN' && byHand) return say('is to be published by hand');
  if (state === 'SENT' && dryRun) return say('would be out; nothing was called');
  return STATES[state] ?? state;
}

/** Where the version stands that this publication puts right, in words; null where nothing of it was public here before. */
export function wrongPlace({ statement, channel, addressee, version }, { publications }) {
  const earlier = publications
    .filter(other => other.statement === statement && other.channel === channel && other.addressee === addressee
      && other.version < version && other.state === 'SENT' && !other.takenDownAt)
    .sort((one, other) => other.version - one.version)[0];
  return earlier ? earlier.url ?? say('version {version}', { version: earlier.version }) : null;
}

/** What was approved, what readers see instead, and the difference. */
export function changedPublication(briefing) {
  const publication = briefing.publications.find(({ id }) => id === briefing.publication);
  if (!publication) return node('p', { class: 'alert alert-warning' }, say('Nothing is known of this publication.'));
  const { language } = publication;
  const text = words => foreign('div', words, { class: 'firebreak-text firebreak-form', lang: language });
  const gone = !publication.drift;
  return node('div', {},
    node('p', {}, sentence('{name}, {text}', { name: foreign('strong', nameOf(publication)), text: textOf(publication) })),
    publication.url ? node('p', {}, link(publication.url)) : null,
    gone
      ? node('p', { class: 'alert alert-danger' }, say('It is no longer there.'))
      : node('div', {}, node('h5', {}, say('What readers see')), text(publication.drift)),
    node('h5', {}, say('What was approved')), text(publication.text ?? ''),
    gone ? null : foldable(say('The difference'), true, marked(publication.text ?? '', publication.drift, language)));
}

/** Puts a text where it can be pasted from, and says so on the button. */
export async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyBySelecting(text, button);
  }
  button.textContent = say('Copied');
}

/** Browsers offer no clipboard to pages that came over plain http, and people may deny it. */
function copyBySelecting(text, button) {
  const field = node('textarea', { 'aria-hidden': 'true', class: 'sr-only' });
  field.value = text;
  button.after(field);
  field.select();
  document.execCommand('copy');
  field.remove();
  button.focus();
}
