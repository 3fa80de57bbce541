import { spawn } from 'node:child_process'

const mostWords = 2000

/** Runs one of the installation's own commands in a process of its own, with the same settings; throws with its last words when it fails. */
export function runScript(script: string, ...given: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...given], { stdio: ['ignore', 'ignore', 'pipe'] })
    let words = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-mostWords)
    })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${script} ended with ${code}: ${words.trim()}`))))
  })
}
