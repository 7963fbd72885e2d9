/** The versions of a text side by side: what was said of each, and what changed from any one to any other. */

import { foldable, foreign, node } from './dom.js';
import { changes, decision } from './statement.js';
import { local, moment } from './time.js';
import { say, sentence } from './words.js';

/** What the script of a form may do with the versions of a text. */
export const comparedVersions = {
  /**
   * Shows all of them in the element with data-place="versions", and what changed between any two.
   *
   * @param versions of one text, oldest first
   * @param typed gives what stands in the form now, like a version; null in a form in which nobody writes
   */
  showVersions(versions, typed = null) {
    this.show('versions', versionHistory(versions, typed && (() => ({ ...typed(), pictures: this.scope.pictures }))));
  }
};

/** With what was said at sending them back, and a choice of two to compare; null where there is nothing to compare. */
function versionHistory(versions, typed) {
  const all = versions.map(version => ({ name: nameOf(version), of: () => version }));
  if (typed) all.push({ name: say('The text as it stands in this form now'), of: typed });
  if (all.length < 2) return null;
  const result = node('div', { class: 'firebreak-comparison', 'aria-live': 'polite' });
  const before = choice(say('From'), all, all.length - 2);
  const after = choice(say('To'), all, all.length - 1);
  const compare = () => {
    const [one, other] = [before, after].map(({ list }) => all[Number(list.value)].of());
    result.replaceChildren(changes({ ...one, title: one.title ?? '' }, other));
  };
  const button = node('button', { type: 'button', class: 'btn btn-default' }, say('Compare'));
  [before, after].forEach(({ list }) => list.addEventListener('change', compare));
  button.addEventListener('click', compare);
  return foldable(say('Versions so far ({versions})', { versions: versions.length }), false,
    node('ol', { class: 'firebreak-versions list-unstyled', reversed: '' }, ...[...versions].reverse().map(told)),
    node('div', { class: 'firebreak-compare' }, before.element, after.element, button), result);
}

function nameOf({ number, writtenBy, writtenAt }) {
  return say('Version {number}, by {person}, {moment}', { number, person: writtenBy, moment: local(writtenAt) });
}

function told(version) {
  return node('li', {},
    node('p', {}, sentence('Version {number}, by {person}, {moment}', {
      number: version.number, person: foreign('strong', version.writtenBy), moment: moment(version.writtenAt)
    })),
    decision(version));
}

function choice(name, all, chosen) {
  const list = node('select', { class: 'form-control' },
    ...all.map(({ name: text }, index) => node('option', { value: String(index) }, text)));
  list.value = String(chosen);
  return { list, element: node('label', {}, name, ' ', list) };
}
