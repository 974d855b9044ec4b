#include <algorithm>
#include <functional>

#include "sim/store/study_attributes.hpp"
#include "sim/store/sweep_layout.hpp"

namespace clout::store {

namespace {

/// A file on its way into a SweepRecord.
class SweepInput {
 public:
  explicit SweepInput(const CheckedFile& checked)
      : path_(checked.path()), file_(open_sealed(checked, sweep_layout::schema)) {}

  SweepRecord read() {
    SweepRecord sweep;
    read_attributes(file_.id(), path_, sweep_layout::schema, sweep_layout::attributes, sweep.study);
    sweep.design = text_attribute(sweep_layout::design);
    sweep.judged_by = text_attribute(sweep_layout::judged_by);
    read_axes(sweep);
    read_settings(sweep);
    read_figures(sweep);
    sweep.study.scenario = config_text(sweep_layout::scenario);
    sweep.study.resolved = config_text(sweep_layout::resolved);
    return sweep;
  }

 private:
  /// What read returns; its failure as an error that names the dataset.
  template <typename Read>
  auto guarded(const std::string& name, Read read) const {
    try {
      return read();
    } catch (const hdf5::Failure& failure) {
      refuse_file(path_, sweep_layout::schema, name, failure.what());
    }
  }

  std::string text_attribute(const char* name) const {
    return guarded(name, [&] { return hdf5::read_text_attribute(file_.id(), name); });
  }

  hdf5::Handle config() const {
    if (!hdf5::has(file_.id(), sweep_layout::config)) throw hdf5::Failure("the group is missing");
    return {H5Gopen2(file_.id(), sweep_layout::config, H5P_DEFAULT), H5Gclose,
            "the group cannot be opened"};
  }

  static hdf5::Handle open_labels(hid_t parent, const hdf5::ArrayInfo& info, hsize_t& length) {
    return hdf5::open_column(parent, {info.name, info.name, info.element, "1", ""}, length);
  }

  std::vector<std::string> texts(hid_t parent, const hdf5::ArrayInfo& info) const {
    return guarded(info.name, [&] {
      hsize_t length = 0;
      const hdf5::Handle labels = open_labels(parent, info, length);
      return hdf5::read_texts(labels.id(), length);
    });
  }

  std::vector<std::string> config_texts(const hdf5::ArrayInfo& info) const {
    return guarded(sweep_layout::config, [&] { return texts(config().id(), info); });
  }

  std::string config_text(const hdf5::ArrayInfo& info) const {
    return guarded(std::string(sweep_layout::config) + "/" + info.name, [&] {
      const hdf5::Handle group = config();
      const hdf5::Handle array = hdf5::open_array(group.id(), info, {});
      std::vector<std::string> text;
      hdf5::read_block(array.id(), {}, text);
      return text.front();
    });
  }

  std::vector<std::int32_t> numbers(const hdf5::ArrayInfo& info) const {
    return guarded(info.name, [&] {
      hsize_t length = 0;
      const hdf5::Handle labels = open_labels(file_.id(), info, length);
      std::vector<std::int32_t> values;
      hdf5::read_block(labels.id(), hdf5::whole_block({length}), values);
      if (std::any_of(values.begin(), values.end(), [](std::int32_t each) { return each < 0; }))
        throw hdf5::Failure("a value is negative");
      if (std::adjacent_find(values.begin(), values.end(), std::greater_equal<>()) != values.end())
        throw hdf5::Failure("the numbers do not rise");
      return values;
    });
  }

  void read_axes(SweepRecord& sweep) {
    points_ = numbers(sweep_layout::point).size();
    for (const std::int32_t number : numbers(sweep_layout::replicate))
      sweep.replicates.push_back(static_cast<random::Replicate>(number));
    for (std::string& name : texts(file_.id(), sweep_layout::arm)) {
      sweep.study.arms.emplace_back();
      sweep.study.arms.back().name = std::move(name);
    }
  }

  void read_settings(SweepRecord& sweep) {
    for (std::string& key : config_texts(sweep_layout::setting)) {
      sweep.settings.emplace_back();
      sweep.settings.back().key = std::move(key);
    }
    const auto names = config_texts(sweep_layout::setting_variable);
    if (names.empty() || names.size() != sweep.settings.size()) {
      refuse_file(path_, sweep_layout::schema, sweep_layout::setting_variable.name,
                  "the dataset has another shape");
    }
    for (std::size_t n = 0; n < names.size(); ++n)
      guarded(names[n], [&] { read_setting(names[n], sweep.settings[n]); });
  }

  void read_setting(const std::string& name, SweptSetting& setting) const {
    setting.values = empty_values(name);
    const hsize_t length = points_;
    const hdf5::Handle array =
        hdf5::open_array(file_.id(), sweep_layout::info_of(name.c_str(), setting), {&length, 1});
    std::visit(
        [&](auto& values) { hdf5::read_block(array.id(), hdf5::whole_block({length}), values); },
        setting.values);
    setting.unit = hdf5::read_text_attribute(array.id(), "units");
    setting.meaning = hdf5::read_text_attribute(array.id(), "long_name");
  }

  /// No values, of the type that the variable has.
  SweptValues empty_values(const std::string& name) const {
    if (!hdf5::has(file_.id(), name.c_str())) throw hdf5::Failure("the dataset is missing");
    const hdf5::Handle array(H5Dopen2(file_.id(), name.c_str(), H5P_DEFAULT), H5Dclose,
                             "the dataset cannot be opened");
    const hdf5::Handle type(H5Dget_type(array.id()), H5Tclose, "the dataset has no type");
    switch (H5Tget_class(type.id())) {
      case H5T_STRING:
        return std::vector<std::string>();
      case H5T_INTEGER:
        return std::vector<std::int32_t>();
      default:
        return std::vector<double>();
    }
  }

  void read_figures(SweepRecord& sweep) {
    const hsize_t lengths[] = {points_, sweep.study.arms.size(), sweep.replicates.size()};
    for (std::string& name : config_texts(sweep_layout::figure)) {
      sweep.figures.emplace_back();
      SweepFigure& figure = sweep.figures.back();
      figure.name = std::move(name);
      guarded(figure.name, [&] {
        const hdf5::Handle array =
            hdf5::open_array(file_.id(), sweep_layout::info_of(figure), lengths);
        hdf5::read_block(array.id(), hdf5::whole_block({std::begin(lengths), std::end(lengths)}),
                         figure.values);
        figure.unit = hdf5::read_text_attribute(array.id(), "units");
        figure.definition = hdf5::read_text_attribute(array.id(), "long_name");
      });
    }
  }

  std::string path_;
  hdf5::Handle file_;
  std::size_t points_ = 0;
};

}  // namespace

SweepRecord read_sweep(const CheckedFile& checked) {
  const hdf5::Silence silence;
  return SweepInput(checked).read();
}

}  // namespace clout::store
