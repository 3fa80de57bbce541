import { describe, expect, it } from 'vitest'
import { lessonsForTopic, studyAgain } from '~/domain/exams/study-again'

describe('what to study after failing', () => {
  it('names each topic with something wrong, the weakest first', () => {
    const marks = [
      { topic: 'doors', right: true },
      { topic: 'alarm', right: false },
      { topic: 'smoke', right: false },
      { topic: 'smoke', right: false },
      { topic: 'alarm', right: true },
    ]
    expect(studyAgain(marks)).toEqual([
      { topic: 'smoke', wrong: 2, of: 2 },
      { topic: 'alarm', wrong: 1, of: 2 },
    ])
    expect(studyAgain(marks.slice(0, 1))).toEqual([])
  })

  it('finds the lessons a bank names, else the lessons whose names share a word with the topic', () => {
    const lessons = ['pre-job-02-doors', 'pre-job-03-electricity', 'pre-job-04-fire-gas-hotwork', 'pre-job-07-smoke']
    expect(lessonsForTopic('doors', undefined, lessons)).toEqual(['pre-job-02-doors'])
    expect(lessonsForTopic('electricity-gas-hotwork', undefined, lessons)).toEqual([
      'pre-job-03-electricity',
      'pre-job-04-fire-gas-hotwork',
    ])
    expect(lessonsForTopic('smoke-and-people', undefined, lessons)).toEqual(['pre-job-07-smoke'])
    expect(lessonsForTopic('doors', ['pre-job-07-smoke', 'elsewhere'], lessons)).toEqual(['pre-job-07-smoke'])
    expect(lessonsForTopic('pre-job-job', undefined, lessons)).toEqual([])
  })
})
