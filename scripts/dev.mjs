// npm run dev: the Vite development server on MINGBAI_DATA, with pages rebuilt as files change.
import { spawn } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
if (process.argv.includes('--help')) {
  console.log('npm run dev: development server on http://127.0.0.1:5173; run npm start once before, it prepares the database.')
} else {
  spawn(path.join(root, 'node_modules/.bin/remix'), ['vite:dev', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  })
}
