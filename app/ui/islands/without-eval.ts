/** Before anything else that reads with zod: our pages forbid making code from text. */
import { config } from 'zod'

config({ jitless: true })
