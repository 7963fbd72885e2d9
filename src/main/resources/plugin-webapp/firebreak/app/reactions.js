/** What was counted of the public's reactions, and how a new count is handed in. */

import { foreign, node } from './dom.js';
import { addressOfTask } from './task.js';
import { localSpan } from './time.js';
import { say, viewersLocale } from './words.js';

/** Fetches the counts; a form that shows them works without them too. */
export async function loadReactions(camForm) {
  const answer = await fetch(`${addressOfTask(camForm)}/reactions`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(say("The counts can't be shown (the server answered {status}).", { status: answer.status }));
  return answer.json();
}

/** The newest counts as a table; the newest on top. */
export function reactionTable({ counts, peakPerHour }) {
  if (counts.length === 0) return node('p', { class: 'text-muted' }, say('Nothing was counted yet.'));
  const body = node('tbody', {});
  [...counts].reverse().slice(0, 20).forEach(count => body.append(node('tr', {},
    node('td', {}, localSpan(count.from, count.to)),
    node('td', { class: 'firebreak-amount' }, number(count.mentions)),
    node('td', { class: 'firebreak-amount' }, number(count.mentionsPerHour)),
    node('td', { class: 'firebreak-amount' }, `${count.percentOfPeak} %`),
    node('td', { class: 'firebreak-amount' }, `${count.negativeSharePercent} %`),
    foreign('td', count.enteredBy))));
  const heads = [say('Time'), say('Mentions'), say('Per hour'), say('Of the peak'), say('Against us'), say('Counted by')]
    .map(text => node('th', { scope: 'col' }, text));
  return node('div', { class: 'firebreak-wide', tabindex: '0', role: 'region', 'aria-label': say('Counts') },
    node('table', { class: 'table table-condensed' },
      node('caption', {}, say('The peak was {number} mentions an hour.', { number: number(peakPerHour) })),
      node('thead', {}, node('tr', {}, ...heads)), body));
}

/** What the table said when it asked for a person. */
export function lastVerdict({ ledger }) {
  const judged = ledger.filter(({ type }) => type === 'reactions.judged');
  return foreign('span', judged.length > 0 ? judged[judged.length - 1].ground : '');
}

/** "2026-11-21 15:40", by the viewer's clock. */
export function typed(date) {
  const two = value => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment that somebody typed so; null when it is none. */
export function momentOf(text) {
  const date = new Date(String(text ?? '').trim().replace(' ', 'T'));
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function number(value) {
  return value.toLocaleString(viewersLocale);
}
