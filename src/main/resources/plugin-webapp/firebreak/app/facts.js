/** The fact sheet of a case: its rows to be filled in, read, and compared with the text of the task. */

import { foldable, foreign, node } from './dom.js';
import { moment } from './time.js';
import { say, sentence } from './words.js';

const KINDS = {
  NUMBER: say('Number'), DATE: say('Date'), NAME: say('Name'), PROMISE: say('Promise'), CONTACT: say('Contact')
};

const LABELS = {
  NUMBER: say('affected customers'),
  DATE: say('discovered'),
  NAME: say('spokesperson'),
  PROMISE: say('what: money back to all buyers'),
  CONTACT: say('help line')
};

const VALUES = { NUMBER: '1250, 12.50 EUR, 3 %', NAME: say('as it is written'), CONTACT: say('mail, web address or phone') };

const LANGUAGES = [['en', say('In English')], ['es', say('In Spanish')], ['it', say('In Italian')], ['pl', say('In Polish')]];

const LOADING = { lacking: status => say("The fact sheet can't be shown (the server answered {status}).", { status }) };

/** What the script of a form may do with the fact sheet. */
export const factSheet = {
  /** Asks for rows of the sheet in the element with data-place="facts"; handed in as the value "factSheet". */
  askForFacts() {
    const kept = this.takeDraftOf('factSheet');
    let editor = null;
    this.handIn('factSheet', 'String', () => (editor ? editor.handIn() : kept && JSON.stringify(kept)));
    return this.fill('facts', LOADING, facts => {
      editor = factEditor(facts, kept);
      this.show('facts', factFindings(facts), editor.element);
    });
  },

  /**
   * Shows the sheet and what the text says otherwise. With forms: true, for whoever approves the text, also how the form
   * on each channel reads; then the version of the sheet that is shown is handed in as "factSheetVersion", and nothing can
   * be handed in before.
   */
  showFacts({ forms: withForms = false } = {}) {
    let shown = null;
    if (withForms) this.handIn('factSheetVersion', 'Integer', () => shown, { draft: false });
    return this.fill('facts', { ...LOADING, needed: withForms }, facts => {
      shown = facts.version;
      this.show('facts', changedSince(facts), factFindings(facts), factList(facts));
      if (withForms) this.show('factsOfForms', factsOfForms(facts));
    });
  }
};

/**
 * Rows to be filled in.
 *
 * @param sheet as it is now
 * @param kept what somebody had typed before: the version that they saw, and their rows; null for nothing
 * @returns {{ element: HTMLElement, handIn: function(): ?string }} handIn gives null where nobody touched anything
 */
function factEditor(sheet, kept) {
  const list = node('div', {});
  const version = kept?.version ?? sheet.version;
  const more = node('button', { type: 'button', class: 'btn btn-default' }, say('Add a fact'));
  const add = fact => list.append(row(fact, more));
  (kept?.facts ?? sheet.facts).forEach(add);
  if (!list.children.length) add({ kind: 'NUMBER' });
  const untouched = JSON.stringify(rowsOf(list));
  more.addEventListener('click', () => {
    add({ kind: 'NUMBER' });
    list.lastChild.querySelector('select').focus();
  });
  const element = node('fieldset', { class: 'firebreak-fact-sheet' },
    node('legend', {}, say('The fact sheet')),
    node('p', { class: 'help-block' }, say('What every text has to agree with, on every channel and in every language. A label in a few words and the value; texts are compared with it. Leave out what you don’t know for sure.')),
    list, node('p', {}, more));
  return { element, handIn: () => (kept || JSON.stringify(rowsOf(list)) !== untouched
    ? JSON.stringify({ version, facts: rowsOf(list) }) : null) };
}

function rowsOf(list) {
  return [...list.children].map(each => each.factOf());
}

/** @param more the button that adds one */
function row(fact, more) {
  const kind = node('select', { class: 'form-control', 'aria-label': say('What kind of fact') },
    ...Object.entries(KINDS).map(([value, name]) => node('option', { value }, name)));
  kind.value = fact.kind ?? 'NUMBER';
  const label = field(say('What it is about'), fact.label, 120);
  const value = field(say('Its value'), fact.value, 200);
  const day = node('input', { type: 'date', class: 'form-control', 'aria-label': say('The day') });
  const hour = node('input', { type: 'time', class: 'form-control', 'aria-label': say('The hour, if it matters') });
  [day.value, hour.value] = `${isDay(kind.value) ? fact.value ?? '' : ''}T`.split('T');
  const called = LANGUAGES.map(([code, name]) => [code, field(name, fact.called?.[code], 200, { lang: code })]);
  const remove = node('button', { type: 'button', class: 'btn btn-link' }, say('Take away'));
  const inLanguages = foldable(say('In other languages'), false, node('div', { class: 'firebreak-fact' }, ...called.map(([, input]) => input)));
  const made = node('div', {},
    node('div', { class: 'firebreak-fact' }, kind, label, value, day, hour, remove), inLanguages);
  const show = () => {
    value.hidden = isDay(kind.value);
    day.hidden = hour.hidden = !isDay(kind.value);
    label.placeholder = LABELS[kind.value];
    value.placeholder = VALUES[kind.value] ?? '';
    day.setAttribute('aria-label', kind.value === 'PROMISE' ? say('Until which day') : say('The day'));
    called.forEach(([code, input]) => {
      input.placeholder = say(kind.value === 'NAME' ? 'the name ({code})' : 'the label ({code})', { code });
    });
  };
  kind.addEventListener('change', show);
  remove.addEventListener('click', () => {
    const next = made.nextSibling ?? made.previousSibling;
    made.dispatchEvent(new Event('change', { bubbles: true }));
    made.remove();
    (next?.querySelector('select') ?? more).focus();
  });
  made.factOf = () => ({
    kind: kind.value,
    label: label.value,
    value: isDay(kind.value) ? day.value + (day.value && hour.value ? `T${hour.value}` : '') : value.value,
    called: {
      ...fact.called,
      ...Object.fromEntries(called.map(([code, input]) => [code, input.value]))
    }
  });
  show();
  return made;
}

function field(name, text, maximum, attributes = {}) {
  const input = node('input', {
    type: 'text', class: 'form-control', 'aria-label': name, maxlength: String(maximum), dir: 'auto', autocomplete: 'off', ...attributes
  });
  input.value = text ?? '';
  return input;
}

function isDay(kind) {
  return kind === 'DATE' || kind === 'PROMISE';
}

/** The facts to be read; null where there are none. */
function factList({ facts, version, enteredBy, enteredAt }, open = true) {
  if (!facts.length) return null;
  const list = node('dl', { class: 'firebreak-facts' });
  facts.forEach(({ kind, label, value, called }) => list.append(
    foreign('dt', label), node('dd', {}, valueOf(kind, value),
      Object.keys(called).length
        ? foreign('small', elsewhere(called)) : null)));
  return foldable(say('The fact sheet'), open, list,
    node('p', { class: 'firebreak-when' }, sentence('Version {number}, entered by {person} {moment}', {
      number: String(version), person: foreign('span', enteredBy), moment: moment(enteredAt)
    })));
}

function elsewhere(called) {
  const names = Object.entries(called).map(([code, name]) => [code, name].join(': '));
  return [' (', names.join('; '), ')'].join('');
}

function valueOf(kind, value) {
  const shown = foreign('span', isDay(kind) ? value.replace('T', ', ') : value);
  return kind === 'PROMISE' ? sentence('by {day}', { day: shown }) : shown;
}

/** What the text says otherwise than the sheet or its original; null where nothing was found. */
function factFindings({ findings }) {
  if (!findings.length) return null;
  return node('div', { class: 'alert alert-warning' },
    node('p', {}, node('strong', {}, say('Compared with the facts'))), differences(findings));
}

/** What was changed on the sheet after the text was handed in; null where nothing was. */
function changedSince({ changedSince: changed, changes, enteredBy, enteredAt }) {
  if (!changed) return null;
  const list = node('ul', {}, ...changes.map(change => foreign('li', change)));
  return node('div', { class: 'alert alert-warning' },
    node('p', {}, sentence('The fact sheet was changed after this text was handed in, by {person} {moment}.', {
      person: foreign('strong', enteredBy), moment: moment(enteredAt)
    })), changes.length ? list : null);
}

/** Where the form on a channel states other facts than the text; null where there is no form. */
function factsOfForms({ forms }) {
  if (!forms.length) return null;
  const other = forms.filter(({ added, lacking }) => added.length || lacking.length);
  if (!other.length) return node('p', { class: 'firebreak-when' }, say('The form on each channel states the same facts as the text.'));
  return node('div', {}, node('p', {}, say('Compared with the text above:')),
    node('ul', { class: 'list-unstyled' }, ...other.map(form => node('li', {}, ...ofForm(form)))));
}

function ofForm({ channel, added, lacking }) {
  const values = { channel: foreign('strong', channel), facts: foreign('span', lacking.join(', ')) };
  if (!added.length) return [sentence('{channel} states the same facts, and leaves out: {facts}.', values)];
  return [sentence('{channel} states what the text does not:', values), differences(added),
    lacking.length ? sentence('It leaves out: {facts}.', values) : null].filter(Boolean);
}

function differences(findings) {
  const list = node('ul', {});
  findings.forEach(({ found, why, remedy }) => list.append(node('li', {},
    found ? foreign('q', found) : null, found ? ': ' : null, foreign('span', why), ' ', foreign('em', remedy))));
  return list;
}
