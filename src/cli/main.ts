#!/usr/bin/env node
/** `newsgraph`, the command. */
import './compile-cache';
import { buildProgram } from './program';
import { run } from './run';

void run(() => buildProgram().parseAsync());
