/**
 * Tasklist's settings, in the place of the stock file. Whatever is not named here is as Camunda ships it.
 *
 * The languages are those in which Firebreak itself speaks to staff: a page half in German helps nobody.
 */
export default {
  locales: {
    availableLocales: ['en', 'es', 'it', 'pl'],
    fallbackLocale: 'en'
  },

  // a comment on a task stays with its case
  assignProcessInstanceIdToTaskComment: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'opens the start process modal dialog'
    }
  }
};
