/**
 * Tasklist's settings, in the place of the stock file. Whatever is not named here is as Camunda ships it.
 *
 * The languages are those in which Firebreak itself speaks to staff: a page half in German helps nobody.
 */
const LANGUAGES = ['en', 'es', 'it', 'pl'];

/** Tasklist shows what shortcuts do as it stands here, without its own translations. */
const SHORTCUTS = {
  claimTask: {
    key: 'ctrl+alt+c',
    en: 'claims the currently selected task',
    es: 'acepta la tarea seleccionada',
    it: 'prende in carico l’attività selezionata',
    pl: 'przejmuje wybrane zadanie'
  },
  focusFilter: {
    key: 'ctrl+shift+f',
    en: 'set the focus to the first filter in the list',
    es: 'va al primer filtro de la lista',
    it: 'va al primo filtro dell’elenco',
    pl: 'przechodzi do pierwszego filtra na liście'
  },
  focusList: {
    key: 'ctrl+alt+l',
    en: 'sets the focus to the first task in the list',
    es: 'va a la primera tarea de la lista',
    it: 'va alla prima attività dell’elenco',
    pl: 'przechodzi do pierwszego zadania na liście'
  },
  focusForm: {
    key: 'ctrl+alt+f',
    en: 'sets the focus to the first input field in a task form',
    es: 'va al primer campo del formulario',
    it: 'va al primo campo del modulo',
    pl: 'przechodzi do pierwszego pola formularza'
  },
  startProcess: {
    key: 'ctrl+alt+p',
    en: 'opens the start process modal dialog',
    es: 'abre la lista de procesos que se pueden iniciar',
    it: 'apre l’elenco dei processi che si possono avviare',
    pl: 'otwiera listę procesów do uruchomienia'
  }
};

const first = (navigator.languages?.[0] ?? '').split('-')[0].toLowerCase();
const language = LANGUAGES.includes(first) ? first : 'en';

/**
 * Has moments ("in 15 minutes") told in the viewer's language. Tasklist leaves that to the file of words which was loaded
 * last, most often that of the fallback language; a file without dates of its own leaves them to the library that knows
 * the plurals, too.
 */
const tellMoments = ['$rootScope', 'amMoment', ($rootScope, amMoment) => {
  $rootScope.$on('$translateLoadingEnd', () => amMoment.changeLocale(language));
}];

/** Names of months and days for the calendars in which dates are chosen, with Monday as the first day of a week. */
const nameDays = ['$delegate', $locale => {
  const named = (count, options, at) => Array.from({ length: count }, (_, index) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(at(index)).replace('.', ''));
  const month = index => Date.UTC(2023, index, 15);
  // the first of January 2023 was a Sunday
  const day = index => Date.UTC(2023, 0, 1 + index);
  Object.assign($locale.DATETIME_FORMATS, {
    MONTH: named(12, { month: 'long' }, month),
    STANDALONEMONTH: named(12, { month: 'long' }, month),
    SHORTMONTH: named(12, { month: 'short' }, month),
    DAY: named(7, { weekday: 'long' }, day),
    SHORTDAY: named(7, { weekday: 'short' }, day),
    FIRSTDAYOFWEEK: 0
  });
  return $locale;
}];

/** What Tasklist adds to its own parts before it begins: AngularJS takes a function for a module. */
const speakLikeTheViewer = ['$provide', $provide => {
  $provide.decorator('$locale', nameDays);
  return tellMoments;
}];

export default {
  locales: {
    availableLocales: LANGUAGES,
    fallbackLocale: 'en'
  },

  requireJsConfig: {
    ngDeps: [speakLikeTheViewer]
  },

  // a comment on a task stays with its case
  assignProcessInstanceIdToTaskComment: true,

  shortcuts: Object.fromEntries(Object.entries(SHORTCUTS)
    .map(([name, { key, ...descriptions }]) => [name, { key, description: descriptions[language] }]))
};
