package plan

import "reflect"

// Clone returns a copy that shares nothing with the plan that either can change;
// nil for nil. What is known of the file that it was read from goes along.
func (p *Plan) Clone() *Plan {
	if p == nil {
		return nil
	}
	copied := *p
	unshare(reflect.ValueOf(&copied).Elem())
	return &copied
}

// Usable is a Clone without the numbers that no file can hold: each is taken for
// absent, or for nothing where it has to be there. Check has told them; to compute
// with a number such as 1e999999999, or only to compare it, takes hours.
func (p *Plan) Usable() *Plan {
	copied := p.Clone()
	if p != nil {
		leaveOut(reflect.ValueOf(copied).Elem())
	}
	return copied
}

// leaveOut takes out of a value the numbers that cannot be reckoned with, and
// reports whether it is such a one itself.
func leaveOut(v reflect.Value) bool {
	if number, ok := decimalOf(v.Interface()); ok {
		return !isReckonable(number)
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && leaveOut(v.Elem()) {
			v.SetZero()
		}
	case reflect.Slice:
		for i := range v.Len() {
			if leaveOut(v.Index(i)) {
				v.Index(i).SetZero()
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Field(i); field.CanSet() && leaveOut(field) {
				field.SetZero()
			}
		}
	case reflect.Map:
		leaveOutOf(v)
	}
	return false
}

func leaveOutOf(v reflect.Value) {
	entry := reflect.New(v.Type().Elem()).Elem()
	for at := v.MapRange(); at.Next(); {
		entry.Set(at.Value())
		if leaveOut(entry) {
			v.SetMapIndex(at.Key(), reflect.Value{})
		} else {
			v.SetMapIndex(at.Key(), entry)
		}
	}
}

// unshare gives a value its own of everything below it.
func unshare(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			own := reflect.New(v.Type().Elem())
			own.Elem().Set(v.Elem())
			unshare(own.Elem())
			v.Set(own)
		}
	case reflect.Slice:
		if !v.IsNil() {
			own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(own, v)
			v.Set(own)
			for i := range v.Len() {
				unshare(v.Index(i))
			}
		}
	case reflect.Map:
		unshareMap(v)
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Field(i); field.CanSet() { // numbers and days have none that can be set, and do not change
				unshare(field)
			}
		}
	}
}

func unshareMap(v reflect.Value) {
	if v.IsNil() {
		return
	}
	own := reflect.MakeMapWithSize(v.Type(), v.Len())
	entry := reflect.New(v.Type().Elem()).Elem()
	for at := v.MapRange(); at.Next(); {
		entry.Set(at.Value())
		unshare(entry)
		own.SetMapIndex(at.Key(), entry)
	}
	v.Set(own)
}
