import { dirname, join, relative, sep } from 'node:path';
import type { Problem } from '../../content/problems/problems';
import type { Shell } from '../../store/environment';
import { findRepository } from '../../store/repository';
import { formatGithubReport } from './github-report';
import { formatJsonReport } from './json-report';
import type { ReportFormat } from './options';
import type { Output } from './output';
import { formatTextReport } from './text-report';

/** What a report depends on beside its problems. */
export interface ReportOptions {
  /** As asked for; else GitHub's where its runner reads, or text. */
  readonly format?: ReportFormat | undefined;
  readonly contentDirectory: string;
  readonly shell: Shell;
  readonly output: Output;
  /** How many files were looked at. */
  readonly fileCount: number;
}

/** Problems in the form in which whoever started the check wants them. */
export function formatReport(
  problems: readonly Problem[],
  { format, contentDirectory, shell, output, fileCount }: ReportOptions,
): string {
  const pathFrom = (base: string) => (file: string) =>
    relative(base, join(contentDirectory, file)).split(sep).join('/');
  switch (format ?? (shell.isGithubActions ? 'github' : 'text')) {
    case 'json':
      return formatJsonReport(problems);
    case 'github':
      return formatGithubReport(
        problems,
        pathFrom(findRepository(contentDirectory) ?? dirname(contentDirectory)),
      );
    case 'text': {
      const hasColour = output.isTTY === true && shell.allowsColour;
      return formatTextReport(problems, {
        ...{ pathOf: pathFrom(shell.startedIn), hasColour, fileCount },
      });
    }
  }
}
