/// Links the terminal's modes with the signals that end the process.

#pragma once

/// Gives the terminal back if it is held; signal handlers may call it, too.
void ct_give_back(void);
