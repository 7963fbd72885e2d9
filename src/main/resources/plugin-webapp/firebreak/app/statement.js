/** Statements as the public will read them, and what changed between two versions. */

import { foldable, foreign, link, node } from './dom.js';
import { difference } from './difference.js';
import { languageName } from './language.js';
import { moment } from './time.js';

/** In which order the texts of a case are shown. */
const RANKS = ['STATEMENT', 'TRANSLATION', 'HOLDING'];

/** Exactly the text that is or becomes public, with its paragraphs. */
export function statement(version) {
  const words = { lang: version.language };
  return node('article', { class: 'firebreak-statement' },
    foreign('h3', version.title, words),
    version.correctionNote
      ? node('div', { class: 'firebreak-correction' },
        node('strong', {}, 'Correction'), ...paragraphs(version.correctionNote, words))
      : null,
    ...paragraphs(version.body, words));
}

/** What stands around a text: who wrote it, when, in which language, whether it apologises. */
export function about(version) {
  const list = node('dl', { class: 'firebreak-facts' });
  const add = (name, ...values) => list.append(node('dt', {}, name), node('dd', {}, ...values));
  add('Version', String(version.number));
  add('Language', `${languageName(version.language) ?? 'unknown'} (${version.language})`);
  add('Handed in', moment(version.writtenAt), ' by ', foreign('strong', version.writtenBy));
  add(version.authors.length === 1 ? 'Author' : 'Authors', foreign('span', version.authors.join(', ')));
  add('Apology', version.apology ? 'Yes, it apologises in public' : 'No');
  if (version.nextWordAt) add('Promises', 'the next word by ', moment(version.nextWordAt));
  if (version.translations.length) add('Also in', version.translations.map(code => languageName(code) ?? code).join(', '));
  return list;
}

/** What was decided about a version, with the words of whoever decided; null when nothing was. */
export function decision(version) {
  if (!version.decidedAt) return null;
  return node('div', { class: version.approved ? 'alert alert-success' : 'alert alert-warning' },
    node('p', {},
      foreign('strong', version.decidedBy),
      version.approved ? ` approved version ${version.number} on ` : ` sent version ${version.number} back on `,
      moment(version.decidedAt), version.comments ? ':' : '.'),
    version.comments ? foreign('blockquote', version.comments, { class: 'firebreak-text' }) : null);
}

/** Who asked for a correction last, and why; null when nobody did. */
export function correctionAsked(briefing) {
  const asked = briefing.ledger.filter(entry => entry.type === 'correction.asked').pop();
  if (!asked) return null;
  return node('div', { class: 'alert alert-warning' },
    node('p', {}, foreign('strong', asked.actor), ' asked for a correction on ', moment(asked.at), ':'),
    foreign('blockquote', asked.reason, { class: 'firebreak-text' }));
}

/** What a reader of the former version has to read again. */
export function changes(before, after) {
  const list = node('dl', { class: 'firebreak-changes' });
  const add = (name, old, now) => {
    if ((old ?? '') !== (now ?? '')) {
      list.append(node('dt', {}, name), node('dd', {}, marked(old ?? '', now ?? '', after.language)));
    }
  };
  add('Language', before.language, after.language);
  add('Apology', before.apology ? 'Yes' : 'No', after.apology ? 'Yes' : 'No');
  add('Title', before.title, after.title);
  add('What is corrected', before.correctionNote, after.correctionNote);
  add('Text', before.body, after.body);
  return list.children.length > 0 ? list : node('p', {}, 'Nothing was changed.');
}

/** Where the case's statements stand and what they say, the newest first and open. */
export function published(briefing) {
  const approved = briefing.versions.filter(version => version.approved).reverse();
  const places = node('ul', { class: 'list-unstyled' });
  publicPlaces(briefing).forEach(({ url, what, times }) => places.append(node('li', {},
    link(url), `, ${what}, since `, moment(times[0]),
    ...times.slice(1).flatMap(time => [', corrected ', moment(time)]))));
  return node('div', {}, places, ...approved.map((version, index) =>
    foldable(`Version ${version.number}`, index === 0, statement(version), about(version))));
}

/**
 * Addresses, which text stands there, and when it was published and corrected: one page holds all versions of a text. The
 * case's own statement comes first.
 */
export function publicPlaces(briefing) {
  const places = new Map();
  briefing.publications
    .filter(publication => publication.kind && publication.audience === 'PUBLIC' && publication.url && publication.sentAt)
    .forEach(({ url, sentAt, kind, language }) => {
      const place = places.get(url) ?? { url, what: textAt(kind, language), rank: RANKS.indexOf(kind), times: [] };
      place.times.push(sentAt);
      places.set(url, place);
    });
  const found = [...places.values()].sort((one, other) => one.rank - other.rank);
  found.forEach(({ times }) => times.sort());
  return found;
}

function textAt(kind, language) {
  if (kind === 'HOLDING') return 'the holding statement';
  return kind === 'TRANSLATION' ? `in ${languageName(language) ?? language}` : 'the statement';
}

/** The later text with what was added and removed marked in it. */
export function marked(before, after, language) {
  const made = foreign('div', '', { class: 'firebreak-text', lang: language });
  difference(before, after).forEach(({ kind, text }) => {
    if (kind === 'same') made.append(text);
    else made.append(node(kind === 'added' ? 'ins' : 'del', {},
      node('span', { class: 'sr-only' }, kind === 'added' ? '[added] ' : '[removed] '), text));
  });
  return made;
}

function paragraphs(text, attributes) {
  return text.split(/\n[ \t]*\n\s*/).map(paragraph => foreign('p', paragraph, attributes));
}
