/** What the house rules say to a text while somebody writes it, and why one stayed as it was. */

import { foldable, foreign, node, refill } from './dom.js';
import { followTyping } from './live.js';
import { fieldOf, markable, select } from './marks.js';
import { checklist, partsInShort } from './parts.js';
import { placeOf } from './task.js';
import { say, sentence } from './words.js';

const LEVELS = { ERROR: say('Must be mended.'), WARNING: say('Please look again.') };

/** Of what was kept, which knows no fields of a form. */
const FIELDS = { TITLE: 'In the title: {passages}', BODY: 'In the text: {passages}' };

/** The fields of several lines in which texts are written. */
const IN_LINES = ['body', 'text', 'explanation', 'knownFacts', 'beingChecked'];

/** What the script of a form may do with the house rules. */
export const wordingCheck = {
  /**
   * Checks the text while somebody types: what is found is marked in it and listed in the element with
   * data-place="wording", the parts stand in the one with data-place="parts" where the form has one. The field for the
   * author's word (bound to scope.wordingAsked) is shown as long as there are warnings.
   *
   * @param purpose what the text is for: STATEMENT, HOLDING, TRANSLATION, REPLY or EXPLANATION
   * @param read gives what stands in the fields, by their names
   */
  offerCheck(purpose, read) {
    checkWhileTyping(this, purpose, read);
  }
};

function checkWhileTyping(form, purpose, read) {
  const { camForm, scope } = form;
  const inShort = node('p', { role: 'status', class: 'firebreak-in-short' });
  const answer = node('div', { class: 'firebreak-findings' });
  const mark = marker(camForm);
  const show = (place, found) => select(fieldOf(camForm, place.input), place, found);
  form.show('wording', inShort, answer);
  scope.wordingAsked = Boolean(scope.wordingReason);
  followTyping(form, 'wording', placeOf(camForm, 'wording'), () => questionOf(purpose, read()),
    said => {
      const isBegun = hasWords(read());
      const findings = isBegun && said ? said.findings : [];
      const listed = findings.filter(finding => !isOfPart(finding, said.parts));
      inShort.textContent = isBegun && said ? summary(said) : say('The text is checked while you write.');
      refill(answer, ...(listed.length ? [list(listed, show)] : []));
      if (said) showParts(form, camForm, said, show);
      mark(findings);
      scope.wordingAsked = Boolean(scope.wordingReason) || findings.some(({ level }) => level === 'WARNING');
    },
    problem => { inShort.textContent = problem; });
  // handed in with it are facts that the text was not compared with before: the author's word may be asked for only now
  camForm.on('submit-failed', () => scope.$applyAsync(() => { scope.wordingAsked = true; }));
}

/** The parts of a statement are worth knowing before anybody has begun; a reply and an explanation have none. */
function questionOf(purpose, typed) {
  return !['REPLY', 'EXPLANATION'].includes(purpose) || hasWords(typed) ? { purpose, ...typed } : null;
}

function hasWords(typed) {
  return [...IN_LINES, 'title'].some(name => (typed[name] ?? '').trim());
}

/** Puts the marks into each field of several lines in which something was found. */
function marker(camForm) {
  const fields = new Map(IN_LINES.map(input => [input, fieldOf(camForm, input)])
    .filter(([, field]) => field).map(([input, field]) => [input, markable(field)]));
  return findings => {
    const placed = findings.filter(({ place }) => place);
    fields.forEach((show, input) => show(placed.filter(({ place }) => place.input === input)
      .map(({ place, found, level }) => ({ ...place, found, kind: level }))));
  };
}

/** What is missing stands in the list of the parts. */
function isOfPart({ place, why }, parts) {
  return !place && parts.some(part => part.why === why);
}

function showParts(form, camForm, said, show) {
  if (!camForm.formElement[0].querySelector('[data-place="parts"]')) return;
  const made = checklist(said, show);
  const before = camForm.formElement[0].querySelector('[data-place="parts"] > details');
  if (made) form.show('parts', foldable(partsInShort(said) ?? say('The parts of the text'), before?.open ?? true, made));
}

function summary({ findings, parts }) {
  const errors = findings.filter(({ level }) => level === 'ERROR').length;
  const warnings = findings.length - errors;
  if (!findings.length) return say('The house rules have nothing against the text.');
  if (!warnings) return say('{count} errors: they have to be mended.', { count: errors });
  const missing = findings.filter(finding => isOfPart(finding, parts)).length;
  const told = say('{count} warnings: mend them, or say below why the text stays as it is.', { count: warnings });
  const lacking = missing ? say('What is missing stands under the parts of the text ({missing}).', { missing }) : null;
  return [errors ? say('{count} errors: they have to be mended.', { count: errors }) : null, told, lacking]
    .filter(Boolean).join(' ');
}

/**
 * What is the same in several places is explained once: what is wrong, where, and what would pass.
 *
 * @param show called with a place and the words there when somebody chooses them; without it they are only said
 */
function list(findings, show) {
  const items = node('ol', {});
  sameTogether(findings).forEach(same => {
    const [{ level, why, remedy, source }] = same;
    items.append(node('li', { class: `firebreak-finding-${level}` },
      node('p', {}, node('strong', {}, LEVELS[level]), ' ', foreign('span', why)),
      ...passages(same.filter(({ found }) => found), show),
      node('p', {}, foreign('span', remedy), ' ', foreign('span', `(${source})`, { class: 'firebreak-when' }))));
  });
  return items;
}

function sameTogether(findings) {
  const together = new Map();
  findings.forEach(finding => {
    const key = [finding.level, finding.rule, finding.why].join();
    together.set(key, [...together.get(key) ?? [], finding]);
  });
  return [...together.values()];
}

/** The words at fault, a line for each part of the text that is named. */
function passages(findings, show) {
  const byField = new Map();
  findings.forEach(finding => {
    const field = show ? undefined : FIELDS[finding.place?.field];
    byField.set(field, [...byField.get(field) ?? [], passage(finding, show), ' ']);
  });
  return [...byField].map(([field, found]) => node('p', { class: 'firebreak-passages' },
    ...(field ? [sentence(field, { passages: node('span', {}, ...found) })] : found)));
}

function passage({ place, found }, show) {
  const quote = foreign('q', found);
  if (!place || !show) return quote;
  const button = node('button', { type: 'button', class: 'btn btn-link firebreak-passage', title: say('Show it in the text') }, quote);
  button.addEventListener('click', () => show(place, found));
  return button;
}

/** What was found in a text that was handed in all the same, and its author's word; null when nothing was. */
export function upheld({ wording, writtenBy }) {
  if (!wording) return null;
  return node('div', { class: 'alert alert-warning firebreak-findings' },
    node('p', {}, sentence('The house rules warn of something in it. {person} leaves it as it is:',
      { person: foreign('strong', writtenBy) })),
    foreign('blockquote', wording.reason, { class: 'firebreak-text' }), list(wording.findings));
}
