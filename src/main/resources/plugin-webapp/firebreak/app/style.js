/** The style of writing and approving. Tasklist brings plugin.css alone into its page. */

import { node } from './dom.js';

document.head.append(node('link', { rel: 'stylesheet', href: new URL('./statement.css', import.meta.url) }));
