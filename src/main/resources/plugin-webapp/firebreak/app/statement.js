/** Statements as the public will read them, and what changed between two versions. */

import { foldable, foreign, link, node } from './dom.js';
import { difference } from './difference.js';
import { languageName } from './language.js';
import { moment } from './time.js';
import { say, sentence } from './words.js';

/** In which order the texts of a case are shown. */
const RANKS = ['STATEMENT', 'TRANSLATION', 'HOLDING'];

/** Exactly the text that is or becomes public, with its paragraphs. */
export function statement(version) {
  const words = { lang: version.language };
  return node('article', { class: 'firebreak-statement' },
    foreign('h3', version.title, words),
    version.correctionNote
      ? node('div', { class: 'firebreak-correction' },
        node('strong', {}, say('Correction')), ...paragraphs(version.correctionNote, words))
      : null,
    ...paragraphs(version.body, words));
}

/** What stands around a text: who wrote it, when, in which language, whether it apologises. */
export function about(version) {
  const list = node('dl', { class: 'firebreak-facts' });
  const add = (name, ...values) => list.append(node('dt', {}, name), node('dd', {}, ...values));
  add(say('Version'), String(version.number));
  add(say('Language'), languageOf(version));
  add(say('Handed in'), sentence('{moment} by {person}', { moment: moment(version.writtenAt), person: foreign('strong', version.writtenBy) }));
  add(say('Written by'), foreign('span', version.authorNames.join(', ')));
  add(say('Apology'), version.apology ? say('Yes, it apologises in public') : say('No'));
  if (version.nextWordAt) add(say('Promises'), sentence('the next word by {moment}', { moment: moment(version.nextWordAt) }));
  if (version.translations.length) add(say('Also in'), version.translations.map(code => languageName(code) ?? code).join(', '));
  return list;
}

function languageOf({ language }) {
  const name = languageName(language);
  return name ? `${name} (${language})` : language;
}

/** What was decided about a version, with the words of whoever decided; null when nothing was. */
export function decision(version) {
  if (!version.decidedAt) return null;
  return node('div', { class: version.approved ? 'alert alert-success' : 'alert alert-warning' },
    node('p', {}, sentence(sentenceOfDecision(version), {
      person: foreign('strong', version.decidedBy), number: String(version.number), moment: moment(version.decidedAt)
    })),
    version.comments ? foreign('blockquote', version.comments, { class: 'firebreak-text' }) : null);
}

function sentenceOfDecision({ approved, comments }) {
  if (approved) return comments ? '{person} approved version {number} on {moment}:' : '{person} approved version {number} on {moment}.';
  return '{person} sent version {number} back on {moment}:';
}

/** Who asked for a correction last, and why; null when nobody did. */
export function correctionAsked(briefing) {
  const asked = briefing.ledger.filter(entry => entry.type === 'correction.asked').pop();
  if (!asked) return null;
  return node('div', { class: 'alert alert-warning' },
    node('p', {}, sentence('{person} asked for a correction on {moment}:', {
      person: foreign('strong', asked.actor), moment: moment(asked.at)
    })),
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
  const yesOrNo = version => (version.apology ? say('Yes') : say('No'));
  add(say('Language'), before.language, after.language);
  add(say('Apology'), yesOrNo(before), yesOrNo(after));
  add(say('Title'), before.title, after.title);
  add(say('What is corrected'), before.correctionNote, after.correctionNote);
  add(say('Text'), before.body, after.body);
  add(say('Pictures'), named(before.pictures), named(after.pictures));
  return list.children.length > 0 ? list : node('p', {}, say('Nothing was changed.'));
}

function named(pictures) {
  return (pictures ?? []).map(({ name, altText }) => `${name}: ${altText ?? ''}`).join('\n');
}

/** Where the case's statements stand and what they say, the newest first and open. */
export function published(briefing) {
  const approved = briefing.versions.filter(version => version.approved).reverse();
  const places = node('ul', { class: 'list-unstyled' });
  publicPlaces(briefing).forEach(({ url, what, times }) => places.append(node('li', {},
    sentence('{address}, {what}, since {moment}', { address: link(url), what, moment: moment(times[0]) }),
    ...times.slice(1).map(time => sentence(', corrected {moment}', { moment: moment(time) })))));
  return node('div', {}, places, ...approved.map((version, index) =>
    foldable(say('Version {number}', { number: version.number }), index === 0, statement(version), about(version))));
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
  if (kind === 'HOLDING') return say('the holding statement');
  return kind === 'TRANSLATION' ? say('in {language}', { language: languageName(language) ?? language }) : say('the statement');
}

/** The later text with what was added and removed marked in it. */
export function marked(before, after, language) {
  const made = foreign('div', '', { class: 'firebreak-text', lang: language });
  difference(before, after, language).forEach(({ kind, text }) => {
    if (kind === 'same') made.append(text);
    else made.append(node(kind === 'added' ? 'ins' : 'del', {},
      node('span', { class: 'sr-only' }, kind === 'added' ? say('[added] ') : say('[removed] ')), text));
  });
  return made;
}

function paragraphs(text, attributes) {
  return text.split(/\n[ \t]*\n\s*/).map(paragraph => foreign('p', paragraph, attributes));
}
