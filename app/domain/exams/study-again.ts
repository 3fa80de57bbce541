export type WeakTopic = { readonly topic: string; readonly wrong: number; readonly of: number }

/** The topics with something wrong, the weakest first. Says how many, never which. */
export function studyAgain(marks: readonly { readonly topic: string; readonly right: boolean }[]): WeakTopic[] {
  const topics = [...new Set(marks.map((mark) => mark.topic))]
  return topics
    .map((topic) => {
      const ofTopic = marks.filter((mark) => mark.topic === topic)
      return { topic, wrong: ofTopic.filter((mark) => !mark.right).length, of: ofTopic.length }
    })
    .filter(({ wrong }) => wrong > 0)
    .sort((one, other) => other.wrong / other.of - one.wrong / one.of || other.wrong - one.wrong)
}

const fillers = new Set(['and', 'the', 'of'])

/** Lessons to read again for a topic: those its bank names, else those whose folder shares a word with it (doors: pre-job-02-doors). */
export function lessonsForTopic(topic: string, named: readonly string[] | undefined, lessons: readonly string[]): string[] {
  if (named) return lessons.filter((lesson) => named.includes(lesson))
  const words = topic.split('-').filter((word) => !fillers.has(word))
  return lessons.filter((lesson) => {
    const [, own = ''] = lesson.split(/-\d+-/)
    return own.split('-').some((word) => words.includes(word))
  })
}
