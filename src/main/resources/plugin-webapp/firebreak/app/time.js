/** Points in time as the viewer's own clock shows them, and how far away they are. */

import { node } from './dom.js';

const MINUTE = 60000;
const REFRESH = 15000;

const dateAndTime = new Intl.DateTimeFormat('en-GB',
  { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const withZone = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' });

/** "Sat 21 Nov, 09:42", by the viewer's clock. */
export function local(iso) {
  return dateAndTime.format(new Date(iso));
}

/** "Sat 21 Nov, 09:42 – 10:12"; the later day is named where it is another one. */
export function localSpan(from, to) {
  const end = local(to);
  const time = end.lastIndexOf(', ') + 2;
  return `${local(from)} – ${local(from).startsWith(end.slice(0, time)) ? end.slice(time) : end}`;
}

/** The same words with the moments that Firebreak wrote into them (in UTC) as the viewer's clock shows them. */
export function localWithin(sentence) {
  return sentence.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z/g, local);
}

/** A moment with how far away it is, kept up to date: "Sat 21 Nov, 09:42 (in 12 minutes)". */
export function moment(iso) {
  return ticking('time', iso, made => {
    made.textContent = `${local(iso)} (${distance(iso)})`;
  });
}

/** A deadline: says in words, not by colour alone, when it is near or missed. */
export function deadline(iso) {
  return ticking('time', iso, made => {
    const left = new Date(iso) - Date.now();
    made.className = left < 0 ? 'firebreak-late' : left < 15 * MINUTE ? 'firebreak-soon' : '';
    made.textContent = left < 0 ? `${local(iso)} (${span(-left)} late)` : `${local(iso)} (${distance(iso)})`;
  });
}

/** The end of a pause. */
export function pauseUntil(iso) {
  return ticking('time', iso, made => {
    const over = new Date(iso) <= Date.now();
    made.textContent = over ? `over since ${local(iso)}` : `until ${local(iso)} (${distance(iso)})`;
  });
}

function ticking(name, iso, write) {
  const made = node(name, { datetime: iso, title: withZone.format(new Date(iso)) });
  write(made);
  const timer = setInterval(() => (made.isConnected ? write(made) : clearInterval(timer)), REFRESH);
  return made;
}

function distance(iso) {
  const left = new Date(iso) - Date.now();
  if (Math.abs(left) < MINUTE) return left < 0 ? 'just now' : 'in less than a minute';
  return left < 0 ? `${span(-left)} ago` : `in ${span(left)}`;
}

function span(milliseconds) {
  const minutes = Math.floor(milliseconds / MINUTE);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return counted(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? counted(hours, 'hour') : `${hours} h ${minutes % 60} min`;
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? counted(days, 'day') : `${counted(days, 'day')} ${hours % 24} h`;
}

function counted(number, unit) {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}
