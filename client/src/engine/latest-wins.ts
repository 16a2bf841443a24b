/**
 * Runs questions one at a time. One that comes while another is answered waits, and the next to come takes its place:
 * a slider that moves sixty times a second is never behind by more than one answer.
 */
export function latestWins<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  answered: (answer: Answer, question: Question) => void,
): (question: Question) => void {
  let busy = false;
  let waiting: { question: Question } | undefined;
  const run = async (question: Question): Promise<void> => {
    const answer = await ask(question);
    answered(answer, question);
    const next = waiting;
    waiting = undefined;
    if (next) await run(next.question);
  };
  return (question) => {
    if (busy) {
      waiting = { question };
      return;
    }
    busy = true;
    void run(question).finally(() => {
      busy = false;
    });
  };
}
