/** What the house rules say to a text while somebody writes it, and why one stayed as it was. */

import { addressOfTask } from './task.js';
import { foreign, node } from './dom.js';

const LEVELS = { ERROR: 'Must be mended', WARNING: 'Please look again' };
const FIELDS = { TITLE: 'In the title', BODY: 'In the text' };

/** How the server's refusal ends when it waits for the author's word. */
const ASKED = 'why the text stays as it is';

/**
 * Offers to check the text in the element with data-place="wording", and shows the field for the author's word (bound to
 * scope.wordingAsked) once there are warnings.
 *
 * @param purpose what the text is for: STATEMENT, HOLDING, TRANSLATION, REPLY or EXPLANATION
 * @param read gives what stands in the fields, by their names
 */
export function offerCheck(camForm, form, purpose, read) {
  const { scope } = form;
  const button = node('button', { type: 'button', class: 'btn btn-default firebreak-check' }, 'Check the wording');
  const answer = node('div', { role: 'status', tabindex: '-1', class: 'firebreak-findings' });
  form.show('wording', node('p', {}, button), answer);
  scope.wordingAsked = Boolean(scope.wordingReason);
  button.addEventListener('click', async () => {
    button.disabled = true;
    const findings = await ask(camForm, { purpose, ...read() });
    button.disabled = false;
    answer.replaceChildren(...shown(findings));
    answer.focus();
    if (Array.isArray(findings) && findings.some(({ level }) => level === 'WARNING')) {
      scope.$apply(() => { scope.wordingAsked = true; });
    }
  });
  camForm.on('submit-failed', (failed, [failure]) => {
    if (String(failure.message).includes(ASKED)) scope.$applyAsync(() => { scope.wordingAsked = true; });
  });
}

/** The findings, or a sentence why there are none to be had. */
async function ask(camForm, text) {
  try {
    const answer = await fetch(`${addressOfTask(camForm)}/wording`, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
      body: JSON.stringify(text)
    });
    const said = await answer.json();
    return answer.ok ? said.findings : said.message;
  } catch {
    return "Firebreak can't be reached, or you are signed out; the text was not checked.";
  }
}

/** Tasklist takes no changes without it, and what is asked here is sent as one. */
function token() {
  return document.cookie.split('; ').find(cookie => cookie.startsWith('XSRF-TOKEN='))?.split('=')[1] ?? '';
}

function shown(findings) {
  if (!Array.isArray(findings)) return [foreign('p', findings, { class: 'alert alert-warning' })];
  if (findings.length === 0) return [node('p', { class: 'alert alert-success' }, 'The house rules have nothing against it.')];
  const errors = findings.filter(({ level }) => level === 'ERROR').length;
  const warnings = findings.length - errors;
  return [node('p', {}, node('strong', {}, [count(errors, 'error'), count(warnings, 'warning')].filter(Boolean).join(', ')),
    errors ? ': errors have to be mended.' : ': mend them, or say below why the text stays as it is.'), list(findings)];
}

function count(number, what) {
  return number === 0 ? null : `${number} ${what}${number === 1 ? '' : 's'}`;
}

function list(findings) {
  const items = node('ol', {});
  findings.forEach(({ level, place, found, why, remedy, source }) => items.append(node('li', {},
    node('p', {}, node('strong', {}, `${LEVELS[level]}. `),
      ...(place ? [`${FIELDS[place.field]}: `, foreign('q', found), ' '] : []),
      foreign('span', why)),
    node('p', {}, foreign('span', remedy), ' ', node('span', { class: 'firebreak-when' }, `(${source})`)))));
  return items;
}

/** What was found in a text that was handed in all the same, and its author's word; null when nothing was. */
export function upheld({ wording, writtenBy }) {
  if (!wording) return null;
  return node('div', { class: 'alert alert-warning firebreak-findings' },
    node('p', {}, node('strong', {}, 'The house rules warn of something in it. '),
      foreign('span', writtenBy), ' leaves it as it is:'),
    foreign('blockquote', wording.reason, { class: 'firebreak-text' }), list(wording.findings));
}
