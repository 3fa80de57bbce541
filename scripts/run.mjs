// Runs a TypeScript script from a clean clone: installs what is missing first, and keeps that off standard output.
import { spawn } from 'node:child_process'
import { bin, buildIfStale, prepare, root } from './prepare.mjs'

const [script, ...args] = process.argv.slice(2)
prepare()
if (script === 'tests/bench/run.ts' && !args.includes('--help')) buildIfStale()
const child = spawn(bin('tsx'), [script, ...args], { cwd: root, stdio: 'inherit' })
child.on('exit', (code) => process.exit(code ?? 1))
