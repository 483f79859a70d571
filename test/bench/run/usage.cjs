// Loaded into a program that is measured: on its way out it tells, in milliseconds, what processor time it took.
process.once('exit', () => {
  const { user, system } = process.cpuUsage();
  try {
    require('node:fs').writeSync(3, String((user + system) / 1_000));
  } catch {
    // Nobody listens, as in a process that the program itself started.
  }
});
