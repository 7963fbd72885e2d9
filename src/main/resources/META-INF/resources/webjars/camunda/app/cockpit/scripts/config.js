/**
 * Cockpit's settings, in the place of the stock file. Whatever is not named here is as Camunda ships it.
 *
 * Cockpit would skip listeners and input/output mappings when somebody moves a case by hand. Firebreak's rules, its
 * ledger and its deadlines hang on them, so they always run, and there is no box to tick.
 */
export default {
  skipCustomListeners: {
    default: false,
    hidden: true
  },
  skipIoMappings: {
    default: false,
    hidden: true
  }
};
