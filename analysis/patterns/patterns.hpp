// The patterns one by one, each in a file of its name.
#pragma once

#include "analysis/patterns/pattern.hpp"

namespace clout::patterns {

Pattern p01();
Pattern p02();
Pattern p03();
Pattern p04();
Pattern p05();
Pattern p06();
Pattern p07();
Pattern p08();
Pattern p09();
Pattern p10();
Pattern p11();
Pattern p12();
Pattern p13();
Pattern p14();
Pattern p15();
Pattern p16();
Pattern p17();
Pattern p18();
Pattern p19();
Pattern p20();
Pattern p21();
Pattern p22();
Pattern p23();
Pattern p24();
Pattern p25();
Pattern p26();
Pattern p27();
Pattern p28();

}  // namespace clout::patterns
