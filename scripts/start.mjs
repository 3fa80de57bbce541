// npm start: installs what is missing, prepares the database, loads the sample street if empty, builds if stale, serves.
import { spawn } from 'node:child_process'
import { bin, buildIfStale, prepare, root, run } from './prepare.mjs'

if (process.argv.includes('--help')) {
  console.log('npm start: prepares everything that is missing and serves. Settings are listed in README, "Settings".')
  process.exit(0)
}
prepare()
run(bin('tsx'), ['scripts/migrate.ts', '--quiet'])
if ((process.env.MINGBAI_MODE || 'sample') === 'sample') run(bin('tsx'), ['scripts/load-sample.ts'])
buildIfStale()
const server = spawn(process.execPath, ['build/serve.js'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 0))
