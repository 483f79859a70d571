// Every file of tests, in the order in which they run. The build fails when one is missing here.
import './activation.test.js';
import './diagnostics.test.js';
import './closed-files.test.js';
import './hover.test.js';
import './commands.test.js';
import './appraisal.test.js';
import './dashboard.test.js';
import './full-texts.test.js';
import './preview.test.js';
import './views.test.js';
