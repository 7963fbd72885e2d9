/** What the server would do, and what it has done, with posts that somebody brings along. */

import { foldable, foreign, goOnAt, node } from './dom.js';
import { say } from './words.js';

/** What would be done, as an answer of the server says it. */
export function checked(found) {
  return node('div', { class: found.fresh > 0 ? 'alert alert-info' : 'alert alert-warning', role: 'status' },
    node('p', {}, node('strong', {}, say('{count} posts are new and would be taken in.', { count: found.fresh }))),
    node('ul', {}, ...[...places(found), ...left(found)].map(line => node('li', {}, line))),
    broken(found));
}

/** What became of them, beside the page: the form is closed by now. */
export function outcome(found) {
  const close = node('button', { type: 'button', class: 'btn btn-default' }, say('Close'));
  const box = node('div', { class: 'alert alert-success firebreak-outcome', role: 'status' },
    node('p', {}, node('strong', {}, say('The posts are taken in.'))),
    found ? node('ul', {}, ...places(found).map(line => node('li', {}, line))) : null,
    close);
  close.addEventListener('click', () => {
    box.remove();
    // from where such a form is opened; there Tasklist goes as well when it closes one
    goOnAt(document.querySelector('.start-process-action a'));
  });
  document.querySelectorAll('.firebreak-outcome').forEach(earlier => earlier.remove());
  document.body.append(box);
}

function places({ cases, waiting }) {
  return [
    ...cases.filter(({ fresh }) => fresh > 0).map(({ reference, fresh }) =>
      say('{count} of them would join {reference}.', { count: fresh, reference })),
    ...cases.filter(({ known }) => known > 0).map(({ reference, known }) =>
      say('{count} belong to {reference}.', { count: known, reference })),
    ...(waiting > 0 ? [say('{count} wait for a person who puts them to a case.', { count: waiting })] : [])
  ];
}

function left({ known, repeated, refused, unread }) {
  return [
    ...(known > 0 ? [say('{count} were taken in before.', { count: known })] : []),
    ...(repeated > 0 ? [say('{count} stand in it more than once.', { count: repeated })] : []),
    ...(refused > 0 ? [say('{count} can’t be taken in and would be left out.', { count: refused })] : []),
    ...(unread.length > 0 ? [say('These columns are not read: {columns}', { columns: unread.join(', ') })] : [])
  ];
}

function broken({ broken: lines, refused }) {
  if (lines.length === 0) return null;
  const shown = lines.map(({ line, sentence }) => node('li', {},
    node('strong', {}, say('Line {line}:', { line })), ' ', foreign('span', sentence)));
  return foldable(say('What is wrong with them'), true,
    node('ul', { class: 'firebreak-places list-unstyled', tabindex: '0', 'aria-label': say('What is wrong with them') }, ...shown),
    refused > lines.length ? node('p', {}, say('Only the first {number} are shown.', { number: lines.length })) : null);
}
