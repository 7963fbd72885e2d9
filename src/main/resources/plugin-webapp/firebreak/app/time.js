/** Points in time as the viewer's own clock shows them, and how far away they are. */

import { node } from './dom.js';
import { say, viewersLocale } from './words.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const REFRESH = 15 * SECOND;

const dateAndTime = new Intl.DateTimeFormat(viewersLocale,
  { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const timeOnly = new Intl.DateTimeFormat(viewersLocale, { hour: '2-digit', minute: '2-digit' });
const withZone = new Intl.DateTimeFormat(viewersLocale, { dateStyle: 'full', timeStyle: 'long' });

/** A moment that was written down in a draft, as a field for date and time takes it. */
export function date(iso) {
  return new Date(iso);
}

/** "Sat 21 Nov, 09:42", by the viewer's clock. */
export function local(iso) {
  return dateAndTime.format(new Date(iso));
}

/** "09:42" today, else with the day. */
export function localTime(iso) {
  const at = new Date(iso);
  return (at.toDateString() === new Date().toDateString() ? timeOnly : dateAndTime).format(at);
}

/** "Sat 21 Nov, 09:42 – 10:12"; the later day is named where it is another one. */
export function localSpan(from, to) {
  return dateAndTime.formatRange(new Date(from), new Date(to));
}

/** The same words with the moments that Firebreak wrote into them (in UTC) as the viewer's clock shows them. */
export function localWithin(sentence) {
  return sentence.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z/g, local);
}

/** A moment with how far away it is, kept up to date: "Sat 21 Nov, 09:42 (in 12 minutes)". */
export function moment(iso) {
  return ticking(iso, REFRESH, made => {
    made.textContent = say('{moment} ({distance})', { moment: local(iso), distance: distance(iso) });
  });
}

/** How long ago something was, kept up to date: "3 h 20 min". */
export function since(iso) {
  return ticking(iso, REFRESH, made => {
    made.textContent = span(Math.max(0, Date.now() - new Date(iso)));
  });
}

/** A deadline: says in words, not by colour alone, when it is near or missed. */
export function deadline(iso) {
  return ticking(iso, REFRESH, made => {
    made.className = urgency(iso);
    made.textContent = isOver(iso)
      ? say('{moment} ({span} late)', { moment: local(iso), span: span(Date.now() - new Date(iso)) })
      : say('{moment} ({distance})', { moment: local(iso), distance: distance(iso) });
  });
}

/** A deadline whose seconds count: "in 12 min 30 s". */
export function countdown(iso) {
  return ticking(iso, SECOND, made => {
    made.className = urgency(iso);
    made.textContent = isOver(iso)
      ? say('{span} late', { span: toTheSecond(Date.now() - new Date(iso)) })
      : say('in {span}', { span: toTheSecond(new Date(iso) - Date.now()) });
  });
}

/** The end of a pause. */
export function pauseUntil(iso) {
  return ticking(iso, REFRESH, made => {
    made.textContent = isOver(iso)
      ? say('over since {moment}', { moment: local(iso) })
      : say('until {moment} ({distance})', { moment: local(iso), distance: distance(iso) });
  });
}

function ticking(iso, interval, write) {
  const made = node('time', { datetime: iso, title: withZone.format(new Date(iso)) });
  write(made);
  // a form is put together before it is put into the page
  const timer = setInterval(() => (made.isConnected ? write(made) : clearInterval(timer)), interval);
  return made;
}

function isOver(iso) {
  return new Date(iso) < Date.now();
}

function urgency(iso) {
  if (isOver(iso)) return 'firebreak-late';
  return new Date(iso) - Date.now() < 15 * MINUTE ? 'firebreak-soon' : '';
}

function distance(iso) {
  const left = new Date(iso) - Date.now();
  if (Math.abs(left) < MINUTE) return left < 0 ? say('just now') : say('in less than a minute');
  return left < 0 ? say('{span} ago', { span: span(-left) }) : say('in {span}', { span: span(left) });
}

function toTheSecond(milliseconds) {
  if (milliseconds >= HOUR) return span(milliseconds);
  return say('{minutes} min {seconds} s', {
    minutes: Math.floor(milliseconds / MINUTE), seconds: Math.floor(milliseconds % MINUTE / SECOND)
  });
}

function span(milliseconds) {
  const minutes = Math.floor(milliseconds / MINUTE);
  if (minutes < 1) return say('less than a minute');
  if (minutes < 60) return say('{count} minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 24) {
    return minutes % 60 === 0 ? say('{count} hours', { count: hours }) : say('{hours} h {minutes} min', { hours, minutes: minutes % 60 });
  }
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? say('{count} days', { count: days }) : say('{days} d {hours} h', { days, hours: hours % 24 });
}
