// Finds Chromium for the browser tests, or installs Debian's where this runs as root.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const found = () => places.find((place) => place && fs.existsSync(place))
const hasChineseFont = () => spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim()

/** The path of a Chromium that can show Chinese; exits with what to do where there is none. */
export function chromium() {
  const root = process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')
  if (root && (!found() || !hasChineseFont())) {
    console.log('Installing Chromium and Chinese fonts from Debian.')
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update', '-qq'], quiet)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fontconfig'], quiet)
  }
  const path = found()
  if (!path) {
    console.error(
      'The browser tests need Chromium. Install it (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH to it.',
    )
    process.exit(1)
  }
  return path
}
