/// Between the terminal's modes and the signals that end the process.

#pragma once

/// Gives the terminal back if it is held; for handlers too, and at the end of the process.
void ct_give_back(void);
