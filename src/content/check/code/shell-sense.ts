import { isOneSlipFrom } from './one-slip.ts'
import type { CodeProblem } from './problem.ts'

interface Slip {
  pattern: RegExp
  message: string
  hint: string
  isDoubtful?: boolean
}

/** Where a command begins. */
const BEGIN = String.raw`(?:^|[;&|(])[ \t]*(?:sudo[ \t]+)?`
const END = String.raw`[ \t]*(?=$|[;&|)\n])`

/** Commands that a shell reads, and that then do nothing or something else. Outside of quotes, which are blank. */
const OUTSIDE: readonly Slip[] = [
  {
    pattern: /^[ \t]*(?:export|readonly|declare|local)[ \t]+[A-Za-z_]\w*[ \t]+=(?=[ \t]*\S)/m,
    message: 'A shell takes no blank before =',
    hint: 'Write NAME=value.',
  },
  {
    pattern: /\brm[ \t]+-\w*[rR]\w*[ \t][^\n;&|]{0,300}?[ \t]\/(?=\s|;|&|$)/,
    message: 'This deletes everything below /',
    hint: 'Delete the blank behind the /, or name the folder.',
  },
  {
    pattern:
      /\b(?:chmod|chown|chgrp)[ \t]+(?:-\w+[ \t]+){0,6}-\w*R\w*[ \t][^\n;&|]{0,300}[ \t]\/(?=\s|;|&|$)/,
    message: 'This changes everything below /',
    hint: 'Name the folder.',
  },
  {
    pattern: /(?<![|&])\|[ \t]*>{1,2}[ \t]*[\w./-]+[ \t]*$/m,
    message: 'The pipe leads to no command',
    hint: 'Delete | where the output goes into a file.',
  },
  {
    pattern: /(?<=[ \t](?:-d|--data(?:-raw|-binary)?|--json)[ =])\{(?=["\w ])/,
    message: 'The shell takes this apart at its blanks and quotes',
    hint: "Put the JSON into single quotes: -d '{…}'.",
  },
  {
    pattern: /(?<=[\s=])(?:s3a?|gs):?\/(?!\/)[\w-]+|(?<=[\s=])(?:s3a?|gs)\/\/[\w-]+/,
    message: 'This is no address of a bucket',
    hint: 'Write s3://bucket/key.',
  },
  {
    pattern:
      /\bkafka-[\w-]+(?:\.sh)?\b[^\n;|&]{0,300}?[ \t]-(?:list|describe|topic|group|bootstrap-server|execute|dry-run|reset-offsets|delete|create|alter|from-beginning|to-earliest|to-latest)\b/,
    message: 'The options of the tools of Kafka begin with two hyphens',
    hint: 'Write --.',
  },
  {
    pattern: /\[ -[a-z] [^\]\s]{1,200}\](?=[ \t]*(?:;|&&|\|\||$))/m,
    message: 'A blank is missing before ]',
    hint: 'Write [ -f name ].',
  },
  {
    pattern: /\$\(\([^()\n]{0,200}[-+*/%][ \t]*\)\)/,
    message: 'The calculation ends with an operator',
    hint: 'Write what follows it.',
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:kill(?:[ \\t]+-\\w+)?|pkill(?:[ \\t]+-\\w+)?|systemctl[ \\t]+(?:restart|stop|start|reload|enable|disable)|sudo|sleep|ssh|kubectl[ \\t]+(?:logs|exec|delete|describe)|kubectl[ \\t]+rollout[ \\t]+(?:restart|undo|status)|pip3?[ \\t]+install|python3?[ \\t]+-m|docker[ \\t]+(?:restart|stop|start|kill|rm|logs))${END}`,
      'm',
    ),
    message: 'The command does not say what it is about',
    hint: 'Name it behind the command.',
  },
  {
    pattern: /\bdocker[ \t]+exec[ \t]+(?:-{1,2}\w+[ \t]+){1,8}[\w.-]{1,80}[ \t]*$/m,
    message: 'docker exec runs no command here',
    hint: 'Write the command behind the name of the container.',
  },
  {
    pattern: new RegExp(
      `^[ \\t]*(?!(?:IFS|LC_\\w+|LANG\\w*|\\w*(?:PATH|PROXY|proxy|PAGER|OPTS|OPTIONS|FLAGS)|GIT_\\w+|TZ|DISPLAY|PS1)=)[A-Za-z_]\\w*=[ \\t]+(?=[\\w"'$/.~\`-])`,
      'm',
    ),
    message: 'This sets the name to nothing, and runs what follows as a command',
    hint: 'Write NAME=value, without a blank.',
    isDoubtful: true,
  },
  {
    pattern: /\brm[ \t]+(?:-\w+[ \t]+){1,6}~\/?[ \t]+\S/,
    message: 'This deletes your home folder',
    hint: 'Delete the blank behind the ~.',
  },
  {
    pattern:
      /\bkubectl\b[^\n;|&]{0,300}?[ \t]-(?:all|all-namespaces|namespace|selector|output|replicas|follow|container|previous|tail|since|force|dry-run|grace-period|context)(?=[ \t=]|$)/m,
    message: 'The options of kubectl begin with two hyphens',
    hint: 'Write --.',
  },
  {
    pattern: /\bcurl\b[^\n;|&]{0,300}?[ \t](?:-H|--header)[ \t]+[A-Za-z][\w-]*:[ \t]+[\w*$]/,
    message: 'The shell takes the header apart at its blank',
    hint: "Put it into quotes: -H 'Accept: text/plain'.",
  },
  {
    pattern:
      /\b(?:psql|duckdb|mysql)\b[^\n;|&]{0,200}?[ \t]-[ce][ \t]+(?:SELECT|INSERT|UPDATE|DELETE|SHOW)[ \t]/i,
    message: 'The shell takes the query apart at its blanks',
    hint: 'Put it into quotes.',
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:mv|cp|chmod|chown)[ \\t]+(?:-[A-Za-z]+[ \\t]+){0,4}[\\w./:~+=-]*[\\w/~]${END}`,
      'm',
    ),
    message: 'The command takes two names, and one is missing',
    hint: 'Write what is changed, and to what.',
  },
  {
    pattern:
      /(?<=(?:^|[;&|])[ \t]*(?:sudo[ \t]+)?sleep[ \t]+)(?:\d+[ \t]+(?:s|m|h|sec|secs|min|mins|minutes?|seconds?|hours?)|(?!inf)[a-z]+)(?=[ \t]*(?:$|[;&|)\n]))/m,
    message: 'sleep takes a number, and a unit without a blank',
    hint: 'Write sleep 5m.',
  },
  {
    pattern: /\|[ \t]*(?:grep(?:[ \t]+-[A-Za-z]+)*|awk|sed)[ \t]*(?=$|[|;&])/m,
    message: 'The command at the end of the pipe is not told what to do',
    hint: 'Write the text or the program behind it.',
  },
  {
    pattern: /\bsed[ \t]+-i\S*[ \t]+(?:-e[ \t]+)?(?:' *'|" *")[ \t]*(?=$|[;&|])/m,
    message: 'sed -i is not told which file to change',
    hint: 'Name the file behind the command.',
  },
  {
    pattern: /\bfind\b[^\n;|&]{0,300}[ \t]-i?name[ \t]+\*[\w.*?-]*/,
    message: 'The shell fills in the * before find sees it',
    hint: 'Put the name into quotes.',
    isDoubtful: true,
  },
]

/** What a command gets in quotes, as one text: JSON, or a program of awk or jq. */
const JSON_TEXT = /[ \t](?:-d|--data(?:-raw|-binary)?|--json)[ =]'([{[][^'$<]{0,4000})'/g
const PROGRAM =
  /\b(awk|jq)\b(?:[ \t]+-{1,2}\w[\w-]{0,30}(?:[ \t]{0,3}[^\s'"-]\S{0,80})?){0,6}[ \t]+'([^']{1,2000})'/g
const PAIRS: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' }

/**
 * @param outside the code, as long, with what is in quotes, comments and here-documents blank
 * @param code as it is written
 */
export function senseProblem(outside: string, code: string): CodeProblem | undefined {
  for (const { pattern, ...slip } of OUTSIDE) {
    const match = pattern.exec(outside)
    if (match) return { ...slip, offset: match.index + (match[0].length - match[0].trimStart().length) }
  }
  const request = requestProblem(outside, code)
  if (request) return request
  for (const match of code.matchAll(JSON_TEXT)) {
    const text = match[1] ?? ''
    if (/\\"|\{\{|…|\.\.\./.test(text) || isJson(text)) continue
    return {
      offset: match.index + match[0].indexOf(text),
      message: 'What is sent is no JSON',
      hint: 'Compare its brackets, quotes and commas.',
      isDoubtful: true,
    }
  }
  for (const match of code.matchAll(PROGRAM)) {
    const [all, tool = '', program = ''] = match
    if (isBalanced(program)) continue
    return {
      offset: match.index + all.lastIndexOf(program),
      message: `The brackets of the program for ${tool} do not fit`,
      hint: 'Write the one that is missing.',
    }
  }
  return undefined
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']
const METHOD = /\bcurl\b[^\n;|&]{0,300}?[ \t](?:-X|--request)[ =]?[ \t]{0,3}([A-Z]{3,8})(?=\s|$)/g
const HEADER = /[ \t](?:-H|--header)[ =](["'])([A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+ [^"'\n:;$]{1,200})\1/g

/** A mistyped method of a request, a header without its colon. */
function requestProblem(outside: string, code: string): CodeProblem | undefined {
  for (const { 0: all, 1: method = '', index } of outside.matchAll(METHOD)) {
    const meant = METHODS.includes(method) ? undefined : METHODS.find((name) => isOneSlipFrom(method, name))
    if (meant !== undefined)
      return {
        offset: index + all.lastIndexOf(method),
        message: `No server knows the method ${method}`,
        hint: `Did you mean "${meant}"?`,
        isDoubtful: true,
      }
  }
  const [header] = code.matchAll(HEADER)
  const [, , text = ''] = header ?? []
  return header
    ? {
        offset: header.index + header[0].indexOf(text),
        message: 'The header has no colon',
        hint: `Write ${text.replace(' ', ': ')}.`,
      }
    : undefined
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Brackets outside of texts and patterns, each with its half. */
function isBalanced(program: string): boolean {
  const plain = program
    .replace(/"(?:[^"\\]|\\.)*"/g, '')
    .replace(/\/(?:[^/\\\n]|\\.)*\//g, '')
    .replace(/#[^\n]*/g, '')
  const open: string[] = []
  for (const sign of plain) {
    const closing = PAIRS[sign]
    if (closing !== undefined) open.push(closing)
    else if (/[}\])]/.test(sign) && open.pop() !== sign) return false
  }
  return open.length === 0
}
