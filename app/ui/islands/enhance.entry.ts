/** Loaded on every page; the page works without it. */
import { submitOnce } from './submit-once'

submitOnce(document)
