#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { approaches } from '../editing/new-review.js';
import { startNodeServer } from '../lsp/node.js';
import { reportKinds } from '../reports/reports.js';
import { type CheckOptions, checkCommand, checkFormats, thresholds } from './check.js';
import { type DraftOptions, draftCommand } from './draft.js';
import { explainCommand } from './explain.js';
import { type InitOptions, initCommand } from './init.js';
import { WrongUse } from './outcome.js';
import { formatsOf, type ReportOptions, reportCommand } from './report.js';
import { updateCommand } from './update.js';

declare const METASYNTH_VERSION: string;

/** Runs the command line and gives the exit code: 0 fine, 1 something was found, 2 wrong use or unreadable. */
async function main(): Promise<number> {
  let exit = 0;
  const run =
    <A extends unknown[]>(command: (...given: A) => Promise<number> | number) =>
    async (...given: A): Promise<void> => {
      exit = await command(...given);
    };
  const program = new Command('metasynth')
    .description('Checks and writes qualitative meta-syntheses that are kept as plain text.')
    .version(METASYNTH_VERSION)
    .showHelpAfterError('(metasynth --help shows what there is)')
    .exitOverride();

  program
    .command('init')
    .description('start a review: its files, with a word on what goes into each')
    .argument('[dir]', 'a folder; nothing in it is written over')
    .option('--title <title>', 'what the review is called')
    .option('--question <question>', 'what it asks')
    .option('--approach <approach>', approaches.join(' | '), oneOf(approaches))
    .option('--raters <initials>', 'who appraises the studies, with commas: JM,JS')
    .action(run((dir: string | undefined, options: InitOptions) => initCommand(dir, options)));
  program
    .command('check')
    .description('judge every review in a folder by every rule')
    .argument('[dir]', "a review's folder, or one that holds reviews")
    .option('--format <format>', checkFormats.join(' | '), oneOf(checkFormats), 'text')
    .option('--fail-on <severity>', thresholds.join(' | '), oneOf(thresholds), 'error')
    .action(run((dir: string | undefined, options: CheckOptions) => checkCommand(dir, options)));
  for (const kind of reportKinds) {
    const endings = formatsOf(kind).map(format => format.ending);
    const command = program
      .command(kind.command)
      .description(kind.summary)
      .argument('[dir]', "a review's folder")
      .option(
        '--format <format>',
        `${endings.join(' | ')} (default: what the file's name says, else md)`,
        oneOf(endings),
      )
      .option('-o, --output <file>', 'a file to write; it must not exist, unless --force')
      .option('--force', 'write over a file that exists')
      .action(run((dir: string | undefined, options: ReportOptions) => reportCommand(kind, dir, options)));
    if (kind.figures)
      command.option('--figure <name>', 'which of its figures, for svg and png; its first one otherwise');
  }
  program
    .command('update')
    .description('write the generated blocks of the manuscript anew')
    .argument('[dir]', "a review's folder, or one that holds reviews")
    .option('--check', 'only say which are stale')
    .action(run((dir: string | undefined, options: { check?: boolean }) => updateCommand(dir, options)));
  program
    .command('draft')
    .description('print the manuscript with what its results lack: sections, findings, citations and tables')
    .argument('[dir]', "a review's folder")
    .option('--write', 'put it into the manuscript; what is written there stays as it is')
    .action(run((dir: string | undefined, options: DraftOptions) => draftCommand(dir, options)));
  program
    .command('explain')
    .description("a diagnostic's page")
    .argument('<code>', 'as it stands behind a message: theme.unknown')
    .action(run((code: string) => explainCommand(code)));
  program
    .command('lsp')
    .description('the language server')
    .option('--stdio', 'over standard input and output')
    // Clients add options of their own, such as the process to watch.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => {
      startNodeServer();
      exit = -1;
    });

  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof WrongUse) {
      process.stderr.write(`metasynth: ${error.message}\n`);
      return 2;
    }
    throw error;
  }
  return exit;
}

function oneOf<T extends string>(known: readonly T[]): (given: string) => T {
  return given => {
    const found = known.find(each => each === given);
    if (found === undefined) throw new InvalidArgumentError(`It is one of ${known.join(', ')}.`);
    return found;
  };
}

// A reader that has seen enough, such as `head`, closes the pipe; that is no mistake.
process.stdout.on('error', error => {
  if ((error as { code?: string }).code === 'EPIPE') process.exit(0);
  throw error;
});

main().then(
  code => {
    // The language server goes on until its client leaves.
    if (code >= 0) process.exitCode = code;
  },
  error => {
    process.stderr.write(`metasynth: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
