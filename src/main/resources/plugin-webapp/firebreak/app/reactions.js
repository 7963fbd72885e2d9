/** What was counted of the public's reactions, and how a new count is handed in. */

import { foreign, node, quiet } from './dom.js';
import { localSpan } from './time.js';
import { number, say } from './words.js';

const LOADING = { lacking: status => say("The counts can't be shown (the server answered {status}).", { status }) };

const MINUTE = 60000;

/** What the script of a form may do with counts, in the element with data-place="reactions"; it works without them too. */
export const reactionCounts = {
  /** Shows what was counted so far. */
  showReactions(whenKnown = () => {}) {
    return this.fill('reactions', LOADING, reactions => {
      this.show('reactions', reactionTable(reactions));
      whenKnown(reactions);
    });
  },

  /**
   * The same, and asks for the time since: from the end of the last count until now, in scope.countedFrom and
   * scope.countedTo, which are handed in as the values "from" and "to".
   */
  askForCount() {
    const { scope } = this;
    scope.countedTo = typed(new Date());
    this.handIn('from', 'String', () => momentOf(scope.countedFrom), { keeps: 'countedFrom' });
    this.handIn('to', 'String', () => momentOf(scope.countedTo), { keeps: 'countedTo' });
    return this.showReactions(({ counts }) => {
      const last = counts.map(({ to }) => to).sort().pop();
      // a count that ended within a minute must not be overlapped
      if (last && !scope.countedFrom) scope.countedFrom = typed(new Date(Math.ceil(Date.parse(last) / MINUTE) * MINUTE));
    });
  }
};

/** The newest counts as a table; the newest on top. */
function reactionTable({ counts, peakPerHour }) {
  if (counts.length === 0) return quiet(say('Nothing was counted yet.'));
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
      node('caption', {}, say('The peak was {number} mentions an hour.', { number: peakPerHour })),
      node('thead', {}, node('tr', {}, ...heads)), body));
}

/** What the table said when it asked for a person. */
export function lastVerdict({ ledger }) {
  const judged = ledger.filter(({ type }) => type === 'reactions.judged');
  return foreign('span', judged.length > 0 ? judged[judged.length - 1].ground : '');
}

/** "2026-11-21 15:40", by the viewer's clock. */
function typed(date) {
  const two = value => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment that somebody typed so; null when it is none. */
function momentOf(text) {
  const date = new Date(String(text ?? '').trim().replace(' ', 'T'));
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
