/// What may stand at the end of a command line: shells ask for it while it is typed.
#pragma once

#include <string>
#include <vector>

namespace entente::cli {

/// What the completion of a shell runs: `entente --complete WORD…`, the words typed so far without the program's name,
/// the last of them unfinished and perhaps empty. A line each on standard output: a candidate, a tab, what it is;
/// `:files` or `:folders` where names of files are wanted. Nothing where nothing is known; no fault is told.
int complete(const std::vector<std::string>& words);

}  // namespace entente::cli
