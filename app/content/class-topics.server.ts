import { catalogue } from './catalogue.server'

/** What classes are about, templates left out. */
export const classTopics = () =>
  catalogue().vocabulary.evidenceTopics.filter(({ kinds, id }) => kinds?.includes('class') === true && !id.includes('{'))
