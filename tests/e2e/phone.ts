import fs from 'node:fs'

/** What a browser is like on a phone. */
export const phone = { viewport: { width: 390, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }
/** The same with a profile of its own, as it is launched by itself. */
export const launched = {
  ...phone,
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

/** Ends the browser of a profile as a phone ends one that is in the way: at once, without asking it. */
export function kill(profile: string) {
  for (const id of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    let line = ''
    try {
      line = fs.readFileSync(`/proc/${id}/cmdline`, 'utf8')
    } catch {
      continue
    }
    if (line.includes(profile) && !line.includes('--type=')) process.kill(Number(id), 'SIGKILL')
  }
}
