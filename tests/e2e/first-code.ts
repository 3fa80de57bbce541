// Prints the one-time code of the installation whose folder the environment names.
import { slipText } from '~/domain/accounts/slip'
import { readClock } from '~/gateways/clock.server'
import { issueFirstCode } from '~/usecases/accounts/issue-first-code.server'

const code = await issueFirstCode(readClock())
if (code === null) throw new Error('there was an administrator already')
process.stdout.write(slipText(code))
